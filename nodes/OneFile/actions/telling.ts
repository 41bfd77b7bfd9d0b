import type { IExecuteFunctions, INode } from 'n8n-workflow';

import type { Tally } from '../transport/client';
import { OneFileError } from '../transport/errors';
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

/** The error that ends a run without Continue On Fail: the first bad row, and which rows were done, so that nobody runs them twice. */
export function stopped(node: INode, done: Array<{ error?: OneFileError } | undefined>, rows: number): Error {
	const itemIndex = done.findIndex((row) => row?.error);
	const error = done[itemIndex]?.error ?? new OneFileError('The run was stopped');
	const finished = done.flatMap((row, index) => (row && !row.error ? [index + 1] : []));
	const others = done.flatMap((row, index) => (row?.error && index !== itemIndex ? [index + 1] : []));
	const parts = [error.facts.description ?? ''];
	if (rows > 1) parts.push(finished.length > 0 ? `Done before the run stopped, not to be run again: ${rowList(finished)}.` : 'No row was done.');
	if (others.length > 0) parts.push(`Also refused: ${rowList(others)}.`);
	return toNodeError(node, error, {
		message: rows > 1 ? `Row ${itemIndex + 1}: ${error.message}` : error.message,
		description: parts.filter((part) => part !== '').join(' '),
		itemIndex,
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
