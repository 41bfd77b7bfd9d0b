import type { IDataObject } from 'n8n-workflow';

import { OneFileError } from '../transport/errors';
import { search } from '../transport/paging';
import { madeId, record, recordId, valueIn } from '../transport/shapes';
import { sameText } from '../lookup/names';
import type { Row } from './row';

/**
 * Creates a record, once: a create that got no answer is never sent again, because it may have made the record
 * (onefile-api 8.17). What has a name is looked up then, and what was found is said.
 *
 * @param what "placement"
 * @returns the id with what was sent, and whatever OneFile answered
 * @throws OneFileError
 */
export async function make(row: Row, path: string, body: IDataObject, what: string): Promise<IDataObject> {
	const { answer, error } = await row.client.write(path, body, `create the ${what}`).then(
		(given) => ({ answer: given, error: undefined }),
		(failure: OneFileError) => ({ answer: undefined, error: failure }),
	);
	if (error?.facts.ambiguous) throw await inDoubt(row, path, body, what, error);
	if (error) throw error;
	const id = madeId(answer.body);
	return { ...(id !== undefined && { ID: id }), ...body, ...record(answer.body) };
}

async function inDoubt(row: Row, path: string, body: IDataObject, what: string, error: OneFileError): Promise<OneFileError> {
	const named = body.Name === undefined ? undefined : await allNamed(row, path, body, what);
	const found = named?.map((entry) => String(recordId(entry))).join(', ');
	const known = found ? `. In OneFile there is now a ${what} of that name: ${found}` : '';
	return new OneFileError(`${error.message}${known}`, {
		...error.facts,
		description: `It may have been made all the same. Look in OneFile for the ${what} before this row is run again.`,
	});
}

async function allNamed(row: Row, path: string, body: IDataObject, what: string): Promise<IDataObject[] | undefined> {
	const filters = { OrganisationID: body.OrganisationID, Name: body.Name };
	const found = await search(row.client, `${path}/Search`, filters, `look up the ${what}`).catch(() => undefined);
	return found?.filter((entry) => sameText(valueIn(entry, 'Name'), body.Name));
}
