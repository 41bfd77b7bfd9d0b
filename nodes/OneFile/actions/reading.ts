import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { OneFileError } from '../transport/errors';
import { search } from '../transport/paging';
import { recordId } from '../transport/shapes';
import { wholeList } from '../transport/wholeList';
import type { Row } from './row';

/**
 * One record by its path.
 *
 * @param what "user with the id 12", for the sentence when there is none
 * @param field the field of the node that named it
 * @throws OneFileError when there is none: OneFile says so with 404, with 204, or with a 400 of its own (onefile-api 8.8)
 */
export async function getOne(row: Row, path: string, what: string, field: string): Promise<IDataObject> {
	const found = await row.lookup.read(path, `get the ${what}`);
	if (found) return { ...found };
	throw new OneFileError(`There is no ${what} in OneFile`, {
		status: 404,
		description: `Check '${field}'. OneFile was asked at ${row.client.account.baseUrl}${path}.`,
		field,
	});
}

/** What a Get Many finds: all of it, or as many as 'Limit' says. */
export async function getMany(row: Row, path: string, filters: IDataObject, wanted: string): Promise<IDataObject[]> {
	return await search(row.client, path, filters, wanted, limitOf(row));
}

/** As `getMany`, of a list that OneFile gives in one piece. */
export async function getManyAtOnce(
	row: Row,
	method: 'GET' | 'POST',
	path: string,
	filters: IDataObject | undefined,
	wanted: string,
): Promise<IDataObject[]> {
	return (await wholeList(row.client, method, path, filters, wanted)).slice(0, limitOf(row));
}

export function limitOf(row: Row): number {
	return row.value('returnAll', false) ? Infinity : row.value('limit', 50);
}

/** For every Get Many whose search answers with ids and little else. */
export const fullRecords: INodeProperties = {
	displayName: 'Full Records',
	name: 'fullRecords',
	type: 'boolean',
	default: false,
	description:
		'Whether to fetch each record in full, because the search gives only a few fields of it. This costs one more call for each record: 500 records take about 5 minutes at 100 calls a minute.',
};

/** Records fetched at once; the throttle decides how fast they come. */
const AT_ONCE = 50;

/**
 * The records behind what a search found, in its order, if 'Full Records' asks for them.
 *
 * @param path of one record, without its id
 * @param what "user"
 */
export async function inFull(row: Row, stubs: IDataObject[], path: string, what: string): Promise<IDataObject[]> {
	const full = [...stubs];
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < stubs.length) {
			const index = next++;
			const id = recordId(stubs[index]);
			const found = id === undefined ? undefined : await row.lookup.read(`${path}/${id}`, `get the ${what} with the id ${id}`);
			// What has gone since the search keeps the fields that the search gave.
			full[index] = { ...stubs[index], ...found };
		}
	};
	await Promise.all(Array.from({ length: Math.min(AT_ONCE, stubs.length) }, worker));
	return full;
}
