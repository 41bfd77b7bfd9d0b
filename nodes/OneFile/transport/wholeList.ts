import type { IDataObject } from 'n8n-workflow';

import type { OneFileClient } from './client';
import { refusal } from './errors';
import { records } from './shapes';

/**
 * A list that OneFile gives in one piece: it has no pages, or none are known.
 *
 * @param wanted to follow "OneFile did not": "list the timesheets"
 * @throws OneFileError also when OneFile does not know what the list belongs to (404)
 */
export async function wholeList(
	client: OneFileClient,
	method: 'GET' | 'POST',
	path: string,
	filters: IDataObject | undefined,
	wanted: string,
): Promise<IDataObject[]> {
	const answer = await client.read(method, path, filters, wanted);
	if (answer.status === 404) throw refusal(answer, wanted);
	return records(named(answer.body));
}

/** The shape of a centre's own lists was never seen: bare texts are made records, so that none is lost. */
function named(body: unknown): unknown {
	if (!Array.isArray(body)) return body;
	return body.map((entry: unknown) => (typeof entry === 'string' ? { Name: entry } : entry));
}
