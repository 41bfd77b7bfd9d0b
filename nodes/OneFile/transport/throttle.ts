import { sleep } from 'n8n-workflow';
import pThrottle from 'p-throttle';

import { OneFileError } from './errors';
import { limits } from './limits';
import { Pace } from './pace';

/** Somebody looks at a spinner, or a log-in holds everybody up (`editor`); or a list is being worked (`list`). */
export type Urgency = 'editor' | 'list';

/** Permission for one call. Report the answer to it with `answered`, or with `refused` when it was 429. */
export interface Place {
	/** Milliseconds since 1970, as `freeAt`. */
	readonly grantedAt: number;
	isAnswered: boolean;
	/** When the window that the call counts in is over where OneFile counts. */
	freeAt: number;
}

/** Request, look-up, connection and encryption each take one round. */
const ROUNDS_TO_LEAVE = 4;

interface Waiter {
	urgency: Urgency;
	grant: (place: Place) => void;
}

/**
 * The queue in front of one OneFile account, shared by everything in this n8n process that uses it.
 *
 * p-throttle keeps the limit: never more than `requestsPerMinute` places in any window. Around it stands what p-throttle
 * lacks: the editor goes first, a stopped execution leaves the queue, everybody pauses together after a 429, and the pace
 * follows what other programs leave of the account (see pace.ts). One timer at a time, however many wait.
 */
export class Throttle {
	private readonly waiting: Record<Urgency, Set<Waiter>> = { editor: new Set(), list: new Set() };
	private readonly pace: Pace;
	private slot: () => Promise<unknown>;
	private limit: number;
	private working = false;
	private wake: () => void = () => undefined;

	constructor(limit: number) {
		this.limit = limit;
		this.pace = new Pace(limit);
		this.slot = engine(limit);
	}

	/** Follows the credential when its requests per minute change. Places already given count against the new limit. */
	setLimit(limit: number): void {
		if (limit === this.limit) return;
		this.limit = limit;
		this.slot = engine(limit);
		const taken = Math.min(this.pace.setLimit(limit), limit);
		for (let place = 0; place < taken; place++) void this.slot();
	}

	/**
	 * Waits for a place.
	 *
	 * @throws OneFileError (`cancelled`) as soon as `signal` is aborted
	 */
	async acquire(urgency: Urgency, signal?: AbortSignal): Promise<Place> {
		if (signal?.aborted) throw stopped();
		const queue = this.waiting[urgency];
		return await new Promise<Place>((resolve, reject) => {
			const leave = () => {
				queue.delete(waiter);
				reject(stopped());
			};
			const waiter: Waiter = {
				urgency,
				grant: (place) => {
					signal?.removeEventListener('abort', leave);
					resolve(place);
				},
			};
			signal?.addEventListener('abort', leave, { once: true });
			queue.add(waiter);
			if (urgency === 'editor') this.wake();
			void this.work();
		});
	}

	/** A list of so many rows begins. */
	begin(rows: number): void {
		this.pace.begin(rows);
	}

	/** So many rows of a list are done, or will not be. */
	end(rows: number): void {
		this.pace.end(rows);
	}

	/** Somebody is at the editor: keep places for the lists and tests that they may open. */
	editorUsed(): void {
		this.pace.editorUsed();
	}

	/** OneFile answered the call that had this place, so it has arrived. */
	answered(place: Place): void {
		this.pace.answered(place);
	}

	/**
	 * OneFile answered 429 to the call that had this place: everybody waits, once.
	 *
	 * @param retryAfterMs what the answer asked for, if it did
	 */
	refused(place: Place, retryAfterMs?: number): void {
		this.pace.refused(place, retryAfterMs);
	}

	/** Milliseconds until a call of a list could go out if it asked now; 0 if at once. */
	waitForList(): number {
		return this.pace.waitMs('list', this.waiting.list.size);
	}

	private async work(): Promise<void> {
		if (this.working) return;
		this.working = true;
		for (let next = this.first(); next; next = this.first()) {
			const wait = this.waitMs(next);
			if (wait > 0) await this.nap(wait);
			else await this.grantNext();
		}
		this.working = false;
	}

	private async grantNext(): Promise<void> {
		await this.slot();
		// The queue may have changed while the slot was awaited: choose again, and let the slot lapse if nobody may have it.
		const waiter = this.first();
		if (!waiter || this.waitMs(waiter) > 0) return;
		this.waiting[waiter.urgency].delete(waiter);
		const place = this.pace.take();
		waiter.grant(place);
		void this.seeOff(place);
	}

	/** A busy n8n needs a while from the grant until the request is on the wire: a few rounds of its event loop. */
	private async seeOff(place: Place): Promise<void> {
		for (let round = 0; round < ROUNDS_TO_LEAVE; round++) await sleep(0);
		this.pace.left(place);
	}

	private waitMs({ urgency }: Waiter): number {
		return this.pace.waitMs(urgency, this.waiting.list.size);
	}

	private first(): Waiter | undefined {
		for (const queue of [this.waiting.editor, this.waiting.list]) for (const waiter of queue) return waiter;
		return undefined;
	}

	/** Sleeps until it is time, or until somebody new asks. In slices, because a place can come free early and a pause grow. */
	private async nap(ms: number): Promise<void> {
		const woken = new Promise<void>((resolve) => (this.wake = resolve));
		await Promise.race([sleep(Math.min(ms, limits.windowMs / 60)), woken]);
	}
}

/** With weights p-throttle looks at all calls of a window for each new one. No account of OneFile has such a limit. */
const LARGEST_WEIGHED_LIMIT = 1000;

/**
 * p-throttle in its strict mode: the default one lets more than the limit through in a sliding window. With weights it keeps a
 * true window; without, one that was not full makes all later calls go out evenly, and a list takes up to a minute longer.
 */
function engine(limit: number): () => Promise<unknown> {
	const weight = limit <= LARGEST_WEIGHED_LIMIT ? () => 1 : undefined;
	return pThrottle({ limit, interval: limits.windowMs, strict: true, weight })(async () => undefined);
}

function stopped(): OneFileError {
	return new OneFileError('The execution was stopped while it waited for OneFile', { cancelled: true });
}

interface Shared {
	throttle: Throttle;
	/** When each limit was last asked for: two credentials may give one account different ones. */
	asked: Map<number, number>;
}

const throttles = new Map<string, Shared>();

/** The one throttle of an account in this process. Of several limits in use, the lowest holds. */
export function throttleOf({ key, requestsPerMinute }: { key: string; requestsPerMinute: number }): Throttle {
	let shared = throttles.get(key);
	if (!shared) throttles.set(key, (shared = { throttle: new Throttle(requestsPerMinute), asked: new Map() }));
	const now = Date.now();
	shared.asked.set(requestsPerMinute, now);
	if (shared.asked.size > 1) {
		for (const [limit, at] of shared.asked) if (now - at > 2 * limits.windowMs) shared.asked.delete(limit);
	}
	shared.throttle.setLimit(Math.min(...shared.asked.keys()));
	return shared.throttle;
}
