import { readChanges, readUnread, type Look } from './changes';
import type { Memory } from './memory';
import { OVERLAP_MS } from './moments';

/** How far back the newest change is looked for. */
const LOOK_BACK_MS = 30 * 86_400_000;

/**
 * Takes the present as the start. Where that is, OneFile's own changes tell: this machine's clock may be ahead of OneFile's,
 * and changes that happen in between would be lost.
 *
 * @param firstReads how many values to compare with are read at once, while somebody waits for the activation; the polls
 * after it read the rest
 */
export async function begin(watching: string, { people, watch }: Pick<Look, 'people' | 'watch'>, firstReads: number): Promise<Memory> {
	const now = Date.now();
	const { after, before } = await people.newestChange(now - LOOK_BACK_MS, now);
	const everyone = await people.everyone();
	const memory: Memory = {
		watching,
		started: after - OVERLAP_MS,
		since: after - OVERLAP_MS,
		reached: after,
		reachedAt: now,
		latest: before,
		highestId: await people.highestId(everyone),
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
