import type { IDataObject } from 'n8n-workflow';

import type { OneFileClient } from '../OneFile/transport/client';
import { OneFileError } from '../OneFile/transport/errors';
import { search } from '../OneFile/transport/paging';
import { idIn, record, recordId, valueIn } from '../OneFile/transport/shapes';
import { toFilter } from './moments';

const SEARCH = '/User/Search';
/** A list of so many people may have come in pages: the smallest size to which a service is known to cut a page. */
const MAY_HAVE_PAGES = 10;
/** A list to which somebody new comes all the time is not read for ever. */
const MAX_PASSES = 3;
/** How closely the newest change is looked for. */
const PRECISION_MS = 60_000;
/** Reads under way at once: few, because lists that are being worked wait in the same queue. */
const AT_ONCE = 8;

/** Somebody who was read; without a record when OneFile does not have them any more. */
export interface Read {
	id: number;
	record?: IDataObject;
	/** This machine's time when the answer had come. */
	at: number;
}

/** The people that a trigger watches, and the calls by which it does. */
export class People {
	constructor(
		private readonly client: OneFileClient,
		private readonly filters: IDataObject,
		private readonly classroomId?: number,
	) {}

	/**
	 * Ids of everybody created or changed since a moment of OneFile's. A list of several pages is read again until nobody new
	 * is in it: pages shift when the list changes while it is read, and somebody falls between two of them.
	 */
	async changedSince(moment: number): Promise<number[]> {
		const ids = new Set<number>();
		for (let pass = 1; pass <= MAX_PASSES; pass++) {
			const before = ids.size;
			const found = await search(this.client, SEARCH, { ...this.filters, LastModified: toFilter(moment) }, 'list who changed');
			for (const id of idsOf(found)) ids.add(id);
			if (ids.size === before || ids.size < MAY_HAVE_PAGES) break;
		}
		return [...ids];
	}

	/**
	 * Between which moments the last change was, found by searches alone.
	 *
	 * @param until assumed to be no later than OneFile's present
	 */
	async newestChange(from: number, until: number): Promise<{ after: number; before: number }> {
		let after = from;
		let before = until;
		while (before - after > PRECISION_MS) {
			const middle = Math.floor((after + before) / 2);
			const filters = { ...this.filters, LastModified: toFilter(middle) };
			const found = await search(this.client, SEARCH, filters, 'find the newest change', 1);
			if (found.length > 0) after = middle;
			else before = middle;
		}
		return { after, before };
	}

	/** Ids of all whom a search finds. */
	async everyone(limit = Infinity): Promise<number[]> {
		return idsOf(await search(this.client, SEARCH, this.filters, 'list the people', limit));
	}

	/** The highest id, also among other organisations: somebody who moves from one into another is not new. */
	async highestId(everyone: number[]): Promise<number> {
		return [...everyone, ...(await this.elsewhere())].reduce((highest, id) => Math.max(highest, id), 0);
	}

	/** A person's record; undefined when OneFile has none. It may say so with 404, 204 or 400 (onefile-api 8.8). */
	async read(id: number): Promise<IDataObject | undefined> {
		const answer = await unlessRefused(this.client.read('GET', `/User/${id}`, undefined, 'read a person'));
		return answer === undefined || answer.status === 404 ? undefined : record(answer.body);
	}

	/**
	 * Reads people, several at once, until all are read or it is time to stop; one at least, or a slow OneFile would stop all.
	 *
	 * @param take called for each as soon as it is read, so that an error later on costs nobody
	 * @throws OneFileError the first, when the reads that were under way have ended too
	 */
	async readEach(ids: number[], deadline: number, take: (read: Read) => void | Promise<void>): Promise<void> {
		let next = 0;
		const failures: unknown[] = [];
		const one = async (id: number) => await take({ id, record: await this.read(id), at: Date.now() });
		const reader = async (): Promise<void> => {
			while (next < ids.length && failures.length === 0 && (next === 0 || Date.now() < deadline)) {
				await one(ids[next++]).catch((failure: unknown) => failures.push(failure));
			}
		};
		await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, reader));
		if (failures.length > 0) throw failures[0];
	}

	/** Whether a search by a person's own name finds them, in whatever organisation they are now. */
	async finds(id: number, person: IDataObject): Promise<boolean> {
		const OrganisationID = idIn(person, 'OrganisationID') ?? this.filters.OrganisationID;
		const filters: IDataObject = {
			FirstName: valueIn(person, 'FirstName'),
			LastName: valueIn(person, 'LastName'),
			...(OrganisationID !== undefined && { OrganisationID }),
		};
		return idsOf(await search(this.client, SEARCH, filters, 'look for a person')).includes(id);
	}

	/** Whether a record is within the chosen classroom: the only part of the scope that OneFile's search cannot narrow. */
	fits(person: IDataObject): boolean {
		return this.classroomId === undefined || Number(idIn(person, 'ClassroomID')) === this.classroomId;
	}

	private async elsewhere(): Promise<number[]> {
		const { OrganisationID, ...filters } = this.filters;
		if (OrganisationID === undefined) return [];
		// An account may have to name an organisation (onefile-api 8.20); then there is no elsewhere to move from.
		return idsOf((await unlessRefused(search(this.client, SEARCH, filters, 'list the people of all organisations'))) ?? []);
	}
}

/** What a call answers; undefined when OneFile refuses it with 400. */
async function unlessRefused<T>(call: Promise<T>): Promise<T | undefined> {
	return await call.catch((error: unknown) => {
		if (error instanceof OneFileError && error.facts.status === 400) return undefined;
		throw error;
	});
}

function idsOf(people: IDataObject[]): number[] {
	return people.map((person) => Number(recordId(person))).filter((id) => Number.isInteger(id));
}
