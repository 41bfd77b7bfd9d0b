import type { IExecuteFunctions, INode } from 'n8n-workflow';

import type { Tally } from '../transport/client';
import type { OneFileError } from '../transport/errors';
import { toNodeError } from './nodeError';

/** A wait shorter than this is not worth a word. */
const WORTH_TELLING_MS = 5000;

/** Tells in the editor why a run took its time; the output items stay clean. */
export function tell(node: IExecuteFunctions, tally: Tally, rows: number): void {
	if (tally.heldMs < WORTH_TELLING_MS && tally.refused === 0) return;
	const others = tally.refused > 0 ? ` ${tally.refused} of them had to be repeated because something else uses the account too.` : '';
	node.addExecutionHints({
		message: `OneFile's limit held this run for ${inWords(tally.heldMs)}: ${tally.calls} calls for ${rows} ${rows === 1 ? 'row' : 'rows'}.${others}`,
		type: 'info',
		location: 'outputPane',
	});
}

export function inWords(ms: number): string {
	const seconds = Math.round(ms / 1000);
	const minutes = Math.floor(seconds / 60);
	return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** What is known of a row when a run ends early. */
interface Ended {
	output?: unknown;
	error?: OneFileError;
}

/** The error that ends a run without Continue On Fail: the first bad row, and which rows were done, so that nobody runs them twice. */
export function stopped(node: INode, rows: Ended[]): Error {
	const finished = rows.flatMap(({ output }, index) => (output ? [index + 1] : []));
	const done = finished.length > 0 ? `Done before the run stopped, not to be run again: ${rowList(finished)}.` : 'No row was done.';
	return firstOf(node, rows, rows.length > 1 ? done : '');
}

/** The error that ends a run before its first call: all rows that cannot be sent. */
export function unsent(node: INode, rows: Ended[]): Error {
	return firstOf(node, rows, rows.length > 1 ? 'Nothing was sent to OneFile for any row.' : '');
}

/** How many more refused rows are quoted in an error. */
const QUOTED = 10;

function firstOf(node: INode, rows: Ended[], more: string): Error {
	const refused = rows.flatMap(({ error }, index) => (error ? [{ error, index }] : []));
	const [first, ...others] = refused;
	const inRow = (index: number, message: string) => (rows.length > 1 ? `Row ${index + 1}: ${message}` : message);
	const also = others.slice(0, QUOTED).map(({ error, index }) => inRow(index, error.message));
	if (others.length > QUOTED) also.push(`and ${others.length - QUOTED} more rows`);
	const description = [first.error.facts.description ?? '', more, also.length > 0 ? `Also refused: ${also.join('; ')}.` : ''];
	return toNodeError(node, first.error, {
		message: inRow(first.index, first.error.message),
		description: description.filter((part) => part !== '').join(' '),
		itemIndex: first.index,
	});
}

/** `rows 1 to 4, 7 and 9 to 12` */
function rowList(numbers: number[]): string {
	const ranges: string[] = [];
	for (let at = 0; at < numbers.length; at++) {
		const from = numbers[at];
		while (numbers[at + 1] === numbers[at] + 1) at++;
		ranges.push(numbers[at] > from ? `${from} to ${numbers[at]}` : `${from}`);
	}
	const last = ranges.pop();
	return `${numbers.length > 1 ? 'rows' : 'row'} ${ranges.length > 0 ? `${ranges.join(', ')} and ${last}` : last}`;
}
