import type { IDataObject } from 'n8n-workflow';

import type { OneFileClient } from './client';
import { refusal, type Answer } from './errors';
import { recordId, records } from './shapes';

/** OneFile documents no largest page; this many are asked for, and a smaller page that comes back is not taken for the last. */
const PAGE_SIZE = 100;
/** No centre is that large: a service that never ends its list is stopped here. */
const MAX_PAGES = 2000;

/** One page of a search. Page numbers start at 1 (source: help centre 76000087773). */
export interface Page {
	records: IDataObject[];
	/** Says where the next page begins; undefined when this is the last. */
	next?: string;
}

/**
 * One page of a search, for a list in the editor.
 *
 * @param path up to and with `/Search`
 * @param from `next` of the page before: its number and the last id that was seen
 */
export async function searchPage(
	client: OneFileClient,
	path: string,
	filters: IDataObject,
	from: string | undefined,
	wanted: string,
): Promise<Page> {
	const [, number = '1', seen] = /^(\d+) (.*)$/.exec(from ?? '') ?? [];
	const found = foundOn(Number(number), await client.read('POST', `${path}/${number}/${PAGE_SIZE}`, filters, wanted), wanted);
	if (found.length === 0) return { records: found };
	const last = String(recordId(found[found.length - 1]));
	// A service may give its last page again and again (onefile-api 8.9).
	if (last === seen) return { records: [] };
	return { records: found, next: mayHaveMore(found.length) ? `${Number(number) + 1} ${last}` : undefined };
}

/**
 * Everything that a search finds, up to `limit` records, each once.
 *
 * @param wanted to follow "OneFile did not": "list the units"
 */
export async function search(
	client: OneFileClient,
	path: string,
	filters: IDataObject,
	wanted: string,
	limit = Infinity,
): Promise<IDataObject[]> {
	const found = new Map<unknown, IDataObject>();
	const size = Math.min(PAGE_SIZE, limit);
	for (let page = 1; page <= MAX_PAGES && found.size < limit; page++) {
		const batch = foundOn(page, await client.read('POST', `${path}/${page}/${size}`, filters, wanted), wanted);
		const before = found.size;
		for (const entry of batch) found.set(recordId(entry) ?? entry, entry);
		// The end is a short page, an empty one, or the last page again (onefile-api 8.9).
		if (found.size === before || (batch.length < size && !mayHaveMore(batch.length))) break;
	}
	return [...found.values()].slice(0, limit);
}

/** Nothing found is 204. A 404 on the first page is a search that this version of the API does not have. */
function foundOn(page: number, answer: Answer, wanted: string): IDataObject[] {
	if (answer.status === 404 && page === 1) throw refusal(answer, wanted);
	return answer.status === 404 ? [] : records(answer.body);
}

/** A full page, or one of a size to which a service may have cut it (10, 20, 25, 50 ...), may not be the last. */
function mayHaveMore(length: number): boolean {
	return length > 0 && (length >= PAGE_SIZE || length % 10 === 0 || length % 25 === 0);
}
