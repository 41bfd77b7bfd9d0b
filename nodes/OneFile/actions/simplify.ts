import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { OneFileError } from '../transport/errors';
import type { Row } from './row';

/**
 * How much of a large record is shown: a switch for people, a menu for AI agents, whose context is small.
 */
export const shapeFields: INodeProperties[] = [
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show: { '@tool': [false] } },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'simplified',
		options: [
			{ name: 'Raw', value: 'raw', description: 'Everything that OneFile answers' },
			{ name: 'Selected Fields', value: 'selected', description: 'Only the fields named below, and every ID' },
			{ name: 'Simplified', value: 'simplified', description: 'The fields that are used most' },
		],
		description: 'How much of each record is returned',
		displayOptions: { show: { '@tool': [true] } },
	},
	{
		displayName: 'Selected Fields',
		name: 'selectedFields',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. FirstName, LastName, Progress',
		description: "Names of OneFile's fields with commas between them. Every ID is returned in any case.",
		displayOptions: { show: { '@tool': [true], output: ['selected'] } },
	},
];

/** The same where only full records are large: shown with 'Full Records'. */
export const fullShapeFields: INodeProperties[] = shapeFields.map((field) => ({
	...field,
	displayOptions: { show: { ...field.displayOptions?.show, fullRecords: [true] } },
}));

/** Turns a record into what the row asks to see. */
export type Shape = (record: IDataObject) => IDataObject;

/**
 * Reads what of a record the row asks for. Ids are never left out.
 *
 * @param simple wire names of the fields that are kept when simplified, in the order in which they are shown
 */
export function shapeOf(row: Row, simple: string[]): Shape {
	const output = row.value<string>('output', row.value('simplify', true) ? 'simplified' : 'raw');
	if (output === 'raw') return (record) => record;
	if (output === 'simplified') return (record) => only(record, simple);
	const selected = row.form.text('selectedFields').split(',').map((name) => name.trim()).filter((name) => name !== '');
	if (selected.length > 0) return (record) => only(record, namesIn(record, selected));
	throw new OneFileError("'Selected Fields' is missing", {
		description: "Name at least one of OneFile's fields, for example FirstName, or choose another 'Output'.",
		field: 'Selected Fields',
	});
}

/** The record's own spelling of names that were typed in any case. */
function namesIn(record: IDataObject, typed: string[]): string[] {
	const keys = new Map(Object.keys(record).map((key) => [key.toLowerCase(), key]));
	return typed.flatMap((name) => keys.get(name.toLowerCase()) ?? []);
}

/** Fields under these names, whatever their case at OneFile (onefile-api 8.12), and everything that is an id. */
export function only(record: IDataObject, names: string[]): IDataObject {
	const wanted = new Map(names.map((name) => [name.toLowerCase(), name]));
	const kept = new Map<string, IDataObject[string]>();
	for (const [key, value] of Object.entries(record)) {
		const name = wanted.get(key.toLowerCase()) ?? (/id$/i.test(key) ? key : undefined);
		if (name !== undefined) kept.set(name, value);
	}
	const first = ['ID', ...names].filter((name) => kept.has(name));
	return Object.fromEntries([...new Set([...first, ...kept.keys()])].map((name) => [name, kept.get(name)])) as IDataObject;
}
