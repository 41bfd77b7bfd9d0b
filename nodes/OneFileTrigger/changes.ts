import type { IDataObject } from 'n8n-workflow';

import { valueIn } from '../OneFile/transport/shapes';
import { fingerprint, type Watch } from './events';
import type { Memory } from './memory';
import { OVERLAP_MS, earliest } from './moments';
import type { People, Read } from './people';

/** Called for each person to whom the event happened. */
export type Send = (person: IDataObject, extra: IDataObject) => void;

/** One look at OneFile's changes. */
export interface Look {
	people: People;
	watch: Watch;
	/** Noted in as people are read: what was read stays read when a later call fails. */
	memory: Memory;
	/** This machine's time after which nobody else is read; the rest is left to the next poll. */
	deadline: number;
	send: Send;
}

/**
 * Reads everybody who changed since the last look, those whom the overlap lists again last, and moves the memory on.
 *
 * A change is never passed over: `since` moves only when all who are listed were read, and stays so far behind the time at
 * which each was read that a later change of theirs is listed again, even if another of OneFile's clocks wrote it.
 */
export async function readChanges({ people, watch, memory, deadline, send }: Look): Promise<void> {
	const asked = Date.now();
	const listed = await people.changedSince(memory.since);
	leave(memory, new Set(listed));
	const unknown = listed.filter((id) => !(id in memory.listed));
	const known = listed.filter((id) => id in memory.listed).sort((one, other) => memory.listed[one].asOf - memory.listed[other].asOf);

	const read = new Set<number>();
	const clock = { reached: memory.reached, latest: memory.latest, asked };
	let undated = false;
	const take = ({ id, record, at }: Read) => {
		const dated = record && readClock(clock, record, at);
		undated ||= !dated;
		judge({ watch, memory, send, people }, id, record);
		read.add(id);
	};
	try {
		const needed = [...unknown, ...known].filter((id) => watch.reads(id, memory));
		// The times of the records drive the search on: one is needed also when nobody else has to be read.
		if (needed.length === 0) needed.push(...unknown.slice(0, 1));
		await people.readEach(needed, deadline, take);
		const reading = new Set(needed);
		for (const id of listed.filter((one) => !reading.has(one))) {
			memory.listed[id] ??= { print: '', asOf: 0 };
			read.add(id);
		}
		if (undated && clock.reached === memory.reached) await searchClock(clock, people);
	} finally {
		moveOn(memory, listed, read, clock);
	}
}

/** What is learned of OneFile's clock during one look. */
interface Clock {
	/** This machine's time when the search was made. */
	asked: number;
	/** What OneFile's clock had reached then. */
	reached: number;
	/** The latest LastModified. */
	latest: number;
}

/**
 * Learns from a record that was read a little after the search. Never more than this machine's clock shows: a record dated
 * into the future must not make the trigger deaf until then.
 *
 * @returns whether the record has a date
 */
function readClock(clock: Clock, record: IDataObject, at: number): boolean {
	const modified = earliest(valueIn(record, 'LastModified'));
	if (modified === undefined) return false;
	clock.reached = Math.max(clock.reached, Math.min(modified - (at - clock.asked), clock.asked));
	clock.latest = Math.max(clock.latest, Math.min(modified, at));
	return true;
}

/** LastModified may be missing (onefile-api 4.4); the searches know it all the same. */
async function searchClock(clock: Clock, people: People): Promise<void> {
	const { after, before } = await people.newestChange(clock.reached, clock.asked);
	clock.reached = Math.max(clock.reached, after - (Date.now() - clock.asked));
	clock.latest = Math.max(clock.latest, before);
}

/**
 * Reads people whose value is not known yet, or has to be compared although OneFile does not list them as changed.
 *
 * @param count how many at most
 */
export async function readUnread({ people, watch, memory, deadline, send }: Look, count = Infinity): Promise<void> {
	const read = new Set<number>();
	const take = ({ id, record }: Read) => {
		const extra = record && watch.judge(id, record, memory);
		if (extra && people.fits(record)) send(record, extra);
		read.add(id);
	};
	try {
		// One first: their record may show that there is no value to compare, and then nobody is left to be read.
		await people.readEach(memory.unread.slice(0, 1), deadline, take);
		await people.readEach(memory.unread.slice(1, count), deadline, take);
	} finally {
		memory.unread = memory.unread.filter((id) => !read.has(id));
	}
}

function judge({ watch, memory, send, people }: Omit<Look, 'deadline'>, id: number, record?: IDataObject): void {
	const extra = record && watch.judge(id, record, memory);
	const modified = record && earliest(valueIn(record, 'LastModified'));
	memory.listed[id] = { print: record ? fingerprint(record) : '', asOf: 0, ...(modified !== undefined && { modified }) };
	if (!record) delete memory.values[id];
	if (extra && people.fits(record)) send(record, extra);
}

/**
 * Forgets who is not listed any more because their last change is too long ago; a search that once comes back empty forgets
 * nobody. Whoever is new from now on has a higher id than they.
 */
function leave(memory: Memory, listed: Set<number>): void {
	for (const id of Object.keys(memory.listed).map(Number)) {
		const { modified, asOf } = memory.listed[id];
		if (listed.has(id) || (modified ?? asOf) >= memory.since) continue;
		memory.highestId = Math.max(memory.highestId, id);
		delete memory.listed[id];
	}
}

function moveOn(memory: Memory, listed: number[], read: Set<number>, { asked, reached, latest }: Clock): void {
	memory.latest = Math.max(memory.latest, latest);
	// While nothing changes, OneFile's clock goes on as this machine's does. No further than needed to leave the last change
	// behind: should this machine's clock jump, nothing is missed that is more than the overlap later.
	const gone = memory.reached + Math.max(asked - memory.reachedAt, 0);
	const idle = Math.max(memory.reached, Math.min(gone, memory.latest + OVERLAP_MS + 1000));
	if (reached > idle) Object.assign(memory, { reached, reachedAt: asked });
	const asOf = Math.max(reached, idle);
	for (const id of read) memory.listed[id].asOf = asOf;
	memory.unread = memory.unread.filter((id) => !read.has(id));
	if (!listed.every((id) => id in memory.listed)) return;
	const oldest = listed.reduce((time, id) => Math.min(time, memory.listed[id].asOf), asOf);
	memory.since = Math.max(memory.since, oldest - OVERLAP_MS);
}
