import type { IDataObject } from 'n8n-workflow';

/**
 * The records in a search answer. OneFile sends a bare array, and 204 with an empty body when nothing matches; a list in an
 * envelope, `null` or a single record are tolerated (onefile-api 5 and 8.5).
 */
export function records(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body.filter((entry) => isRecord(entry));
	if (!isRecord(body)) return [];
	if (recordId(body) !== undefined) return [body];
	const lists = Object.values(body).filter((value) => Array.isArray(value));
	return lists.length === 1 ? records(lists[0]) : [body];
}

/** A single record, or undefined when the answer holds none. */
export function record(body: unknown): IDataObject | undefined {
	return records(body)[0];
}

/** The id of a record, whatever the case of its key (onefile-api 8.12). Unit ids are strings, all others numbers. */
export function recordId(entry: IDataObject): string | number | undefined {
	return idIn(entry, 'ID');
}

/** An id of another record in a record, whatever the case of its key: `StandardID` of a learning aim. */
export function idIn(entry: IDataObject, name: string): string | number | undefined {
	const value = valueIn(entry, name);
	return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** A value of a record, whatever the case of its key. */
export function valueIn(entry: IDataObject, name: string): IDataObject[string] | undefined {
	const key = Object.keys(entry).find((each) => each.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : entry[key];
}

/** The id that a create or assign call made: a record, a bare number, a quoted number, or nothing (onefile-api 8.6). */
export function madeId(body: unknown): number | undefined {
	const made = isRecord(body) ? recordId(body) : body;
	const digits = String(made ?? '').trim().replace(/^"(.*)"$/, '$1');
	return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
