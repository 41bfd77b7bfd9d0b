import { sleep } from 'n8n-workflow';

import { readChanges, readUnread, type Look } from './changes';
import type { Memory } from './memory';
import { OVERLAP_MS } from './moments';

/** How far back the newest change is looked for. */
const LOOK_BACK_MS = 30 * 86_400_000;

/** Beginnings under way in this process, by node and what it watches. */
const beginnings = new Map<string, Promise<Memory>>();

/**
 * Takes the present as the start. In a large account everybody cannot be listed in the time that n8n gives an activation:
 * then the beginning goes on by itself, and a later poll finds it done.
 *
 * @param key of the node
 * @returns undefined when it is not done in time
 */
export async function startWith(key: string, plan: Plan, patienceMs: number): Promise<Memory | undefined> {
	const id = `${key} ${plan.watching}`;
	const beginning = beginnings.get(id) ?? begin(plan);
	beginnings.set(id, beginning);
	const until = Date.now() + patienceMs;
	const over = beginning.then(
		() => true,
		() => true,
	);
	while (!(await Promise.race([over, sleep(200)]))) if (Date.now() > until) return undefined;
	beginnings.delete(id);
	return await beginning;
}

interface Plan extends Pick<Look, 'people' | 'watch'> {
	watching: string;
	/** How many values to compare with are read at once; the polls after it read the rest. */
	firstReads: number;
}

/**
 * Where the present is, OneFile's own changes tell: this machine's clock may be ahead of OneFile's, and changes that happen
 * in between would be lost.
 */
async function begin({ watching, people, watch, firstReads }: Plan): Promise<Memory> {
	const everyone = await people.everyone();
	const highestId = await people.highestId(everyone);
	const now = Date.now();
	const { after, before } = await people.newestChange(now - LOOK_BACK_MS, now);
	const memory: Memory = {
		watching,
		started: after - OVERLAP_MS,
		since: after - OVERLAP_MS,
		reached: after,
		reachedAt: now,
		latest: before,
		highestId,
		listed: {},
		values: {},
		unread: watch.compares ? everyone : [],
		present: watch.missing ? everyone : [],
	};
	const look = { people, watch, memory, deadline: Infinity, send: () => undefined };
	await readChanges(look);
	await readUnread(look, firstReads);
	return memory;
}
