import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

/** Somebody whom the last search listed as changed. */
export interface Listed {
	/** Fingerprint of the record as it was read; empty when it was not needed. */
	print: string;
	/** OneFile's time when it was read, or earlier: a later change carries a later time, give or take the overlap. */
	asOf: number;
	/** Its LastModified, if it has one: until when a search since then has to list it. */
	modified?: number;
}

/**
 * What the trigger keeps between two polls, in n8n's static data. Moments are milliseconds since 1970.
 *
 * It stays bounded: `listed` holds only who changed within the overlap (or since the last poll, if that is longer ago);
 * `values`, `unread` and `present` hold at most one small entry for each person in scope, and only for events that need it.
 *
 * n8n stores it after an activation and with every item that is sent, but not after a poll that found nothing. So nothing
 * may depend on what such a poll noted: read from an older memory, the same people have to come to the same judgement.
 */
export interface Memory {
	/** What it is about: event, scope and account. A memory of something else is not used. */
	watching: string;
	/** The earliest that CreatedOn can be for somebody created after the start. */
	started: number;
	/** Changes are asked for from here on. */
	since: number;
	/** What OneFile's clock had provably reached when this machine's showed `reachedAt`. */
	reached: number;
	reachedAt: number;
	/** The latest LastModified seen. */
	latest: number;
	/** Ids grow: whoever has a higher one, and is not in `listed`, is new. */
	highestId: number;
	listed: Record<string, Listed>;
	/** Last known progress, or whether archived, by id. */
	values: Record<string, number | boolean>;
	/** Whose value has not been read yet. */
	unread: number[];
	/** Who was last read in turn, when everybody is. */
	turn?: number;
	/** Everybody whom a search finds; only to notice who is found no more. */
	present: number[];
}

/** A copy of what was kept; undefined when nothing was, or when it is about something else. */
export function recall(node: IPollFunctions, watching: string): Memory | undefined {
	const kept = node.getWorkflowStaticData('node').memory as unknown as Memory | undefined;
	return kept?.watching === watching ? deepCopy(kept) : undefined;
}

export function keep(node: IPollFunctions, memory: Memory): void {
	node.getWorkflowStaticData('node').memory = memory as unknown as IDataObject;
}
