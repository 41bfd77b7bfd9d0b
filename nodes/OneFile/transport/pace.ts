import { keptWindowMs, limits } from './limits';
import type { Place, Urgency } from './throttle';

/** Part of its places that a process with all of them gives up after a refusal. One with half of them gives half of that part. */
const GIVE_WAY = 1 / 8;
/** Places are spread over this share of a window, so that others find free ones at any time, and somebody at the editor too. */
const EVENLY = 0.95;
/** Windows between two tries for one place more, for a process with all of them. The fewer it has the shorter, within bounds. */
const CLIMB_GAP = 4;
const SHORTEST_GAP = 0.25;
const LONGEST_GAP = 2;
/** After so many windows without a refusal others seem to have left: then the tries follow quickly and double each time. */
const CALM = 2.5;
const CALM_GAP = 0.1;
/** What was learned is forgotten when nothing went out for a window and nothing was refused for so many. */
const FORGOTTEN = 10;
/** Longest wait that is taken from a Retry-After, in milliseconds. */
const LONGEST_PAUSE = 900_000;
/** What a long list may lose, as a share of its least time: by going out evenly, and by leaving places to the editor. */
const EVENLY_COSTS = 0.02;
const KEPT_COSTS = 0.01;
/** Lists of fewer windows send all they may in the first instant of each: otherwise they could not be done in time. */
const LONG_LIST = 10;

/**
 * Which of an account's places this process may use, and when: learned from OneFile's answers.
 *
 * A place is free again one window after the answer to its call. `share` is how many places there are in a window. It starts
 * at the full limit. When OneFile answers 429 it falls to what was accepted in the last window, less a little for the others;
 * then it climbs back place by place until the next refusal. Who has more climbs more slowly and gives up more, so any number
 * of processes on one account settle near equal parts, with few refusals (test/transport/pace.test.js runs them on a virtual
 * clock).
 */
export class Pace {
	/** The places that are not free again yet, oldest first. */
	private taken: Place[] = [];
	private share: number;
	private pausedUntil = 0;
	private refusedAt = -Infinity;
	private climbAt = 0;
	private climbStep = 1;
	private fruitless = 0;
	private editorUntil = 0;
	/** Rows of lists that are not done. */
	private backlog = 0;
	/** What had to go out when the last list began, the places of the window then included. */
	private job = 0;
	private waiting = 0;

	constructor(private limit: number) {
		this.share = limit;
	}

	/** @returns how many places of the window are taken already */
	setLimit(limit: number): number {
		this.limit = limit;
		this.share = limit;
		this.expire();
		return this.taken.length;
	}

	/** A list of so many rows begins: how long it will be decides, once, how evenly it goes out and what is kept free. */
	begin(rows: number): void {
		this.expire();
		this.backlog += rows;
		// Calls without an answer belong to rows that are not done.
		this.job = this.backlog + this.taken.filter(({ isAnswered }) => isAnswered).length;
	}

	/** So many rows of a list are done, or will not be. */
	end(rows: number): void {
		this.backlog = Math.max(0, this.backlog - rows);
		if (this.backlog === 0) this.job = 0;
	}

	editorUsed(): void {
		this.editorUntil = Date.now() + limits.editorMs;
	}

	/**
	 * Milliseconds until a call of this urgency may go out; 0 if now.
	 *
	 * @param waiting how many calls of lists wait
	 */
	waitMs(urgency: Urgency, waiting: number): number {
		const now = Date.now();
		this.waiting = waiting;
		this.expire();
		if (this.taken.length === 0 && now - this.refusedAt > FORGOTTEN * limits.windowMs) this.share = this.limit;
		if (this.pausedUntil > now) return this.pausedUntil - now;
		const places = urgency === 'editor' ? this.placesOfEditor() : this.placesOfList(now);
		const tooMany = this.taken.length - places;
		if (tooMany >= 0) return Math.max(1, this.taken[0].freeAt - now, this.taken[tooMany].freeAt - now);
		if (urgency === 'editor' || this.taken.length === 0) return 0;
		const last = this.taken[this.taken.length - 1];
		return Math.max(0, last.grantedAt + (limits.windowMs / this.share) * this.evenly() - now);
	}

	take(): Place {
		const now = Date.now();
		const place = { grantedAt: now, isAnswered: false, freeAt: now + keptWindowMs('departure') };
		this.taken.push(place);
		return place;
	}

	/** The call that had this place has left this process. */
	left(place: Place): void {
		if (!place.isAnswered) place.freeAt = Date.now() + keptWindowMs('departure');
	}

	/** OneFile answered the call that had this place. */
	answered(place: Place): void {
		place.isAnswered = true;
		place.freeAt = Math.min(place.freeAt, Date.now() + keptWindowMs('answer'));
	}

	/** OneFile refused the call that had this place. Calls that were under way by then tell nothing new. */
	refused(place: Place, retryAfterMs?: number): void {
		const now = Date.now();
		const index = this.taken.indexOf(place);
		if (index >= 0) this.taken.splice(index, 1);
		const news = place.grantedAt > this.refusedAt;
		const had = Math.min(this.share, this.taken.length);
		this.share = Math.max(1, news ? had * (1 - (GIVE_WAY * had) / this.limit) : had);
		if (news) {
			this.refusedAt = now;
			this.climbStep = 1;
			this.climbAt = now + this.climbGap() * (0.5 + Math.random());
		}
		this.pausedUntil = Math.max(this.pausedUntil, now + this.pauseMs(now, retryAfterMs));
	}

	/**
	 * Retry-After if there is one. Without it until a place of ours has come free, at most a tenth of a window; who has no
	 * place at all looks for one at growing distances. Never all processes at the same time.
	 */
	private pauseMs(now: number, retryAfterMs?: number): number {
		const spread = 0.5 + Math.random() / 2;
		if (retryAfterMs !== undefined) {
			return Math.min(Math.max(retryAfterMs, 0), LONGEST_PAUSE) + limits.windowMs * 0.01 * spread;
		}
		if (this.taken.length === 0) return limits.windowMs * Math.min(0.5, 0.02 * 2 ** this.fruitless++) * spread;
		this.fruitless = 0;
		return Math.min(Math.max(0, this.taken[0].freeAt - now), limits.windowMs * 0.1 * spread);
	}

	private placesOfEditor(): number {
		return Math.min(this.limit, Math.floor(this.share) + Math.ceil(this.share * limits.editorShare));
	}

	private placesOfList(now: number): number {
		const most = Math.max(1, this.limit - this.keptFree(now));
		if (this.taken.length + 1 > Math.min(this.share, most)) this.climb(now);
		return Math.floor(Math.min(this.share, most));
	}

	/** One try for more than we have. */
	private climb(now: number): void {
		if (this.share >= this.limit || now < this.climbAt) return;
		const calm = now - this.refusedAt > CALM * limits.windowMs;
		if (calm) this.climbStep *= 2;
		this.share = Math.min(this.limit, this.share + this.climbStep);
		this.climbAt = now + (calm ? CALM_GAP * limits.windowMs : this.climbGap());
	}

	private climbGap(): number {
		const gap = (CLIMB_GAP * this.share) / this.limit;
		return limits.windowMs * Math.min(LONGEST_GAP, Math.max(SHORTEST_GAP, gap));
	}

	/**
	 * Over which share of a window places are spread: always when others use the account; a long list alone as far as that
	 * costs it little. A short one is not: N calls are done in `floor((N - 1) / limit)` windows only if all places of a
	 * window are taken at its beginning.
	 */
	private evenly(): number {
		if (this.share < this.limit) return EVENLY;
		const windows = this.windows(this.limit);
		return windows < LONG_LIST ? 0 : Math.min(EVENLY, windows * EVENLY_COSTS);
	}

	/** Places that a list leaves to the editor: while somebody uses it, and otherwise as many as cost next to nothing. */
	private keptFree(now: number): number {
		const wanted = Math.round(this.limit * limits.editorShare);
		if (this.editorUntil > now) return wanted;
		const most = this.windows(this.limit) * (1 + KEPT_COSTS);
		for (let kept = wanted; kept > 0; kept--) if (this.windows(this.limit - kept) <= most) return kept;
		return 0;
	}

	/** How many windows must pass until all has gone out, with so many places in each. */
	private windows(places: number): number {
		return Math.max(0, Math.ceil(Math.max(this.job, this.taken.length + this.waiting) / places) - 1);
	}

	private expire(): void {
		const now = Date.now();
		let expired = 0;
		while (expired < this.taken.length && this.taken[expired].freeAt <= now) expired++;
		if (expired > 0) this.taken.splice(0, expired);
	}
}
