import type { IDataObject } from 'n8n-workflow';

import { OneFileError } from '../transport/errors';
import { search } from '../transport/paging';
import { record } from '../transport/shapes';
import type { Row } from './row';

/**
 * One record by its path.
 *
 * @param what "user with the id 12", for the sentence when there is none
 * @param field the field of the node that named it
 * @throws OneFileError when there is none: OneFile says so with 404, with 204, or with a 400 of its own (onefile-api 8.8)
 */
export async function getOne(row: Row, path: string, what: string, field: string): Promise<IDataObject> {
	const answer = await row.client.read('GET', path, undefined, `get the ${what}`);
	const found = answer.status === 404 ? undefined : record(answer.body);
	if (found) return found;
	throw new OneFileError(`There is no ${what} in OneFile`, {
		status: 404,
		description: `Check '${field}'. OneFile was asked at ${row.client.account.baseUrl}${path}.`,
		field,
	});
}

/** What a Get Many finds: all of it, or as many as 'Limit' says. */
export async function getMany(row: Row, path: string, filters: IDataObject, wanted: string): Promise<IDataObject[]> {
	const limit = row.value('returnAll', false) ? Infinity : row.value('limit', 50);
	return await search(row.client, path, filters, wanted, limit);
}
