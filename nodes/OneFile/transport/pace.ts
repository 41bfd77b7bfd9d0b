import { keptWindowMs, limits } from './limits';
import type { Place, Urgency } from './throttle';

/** After a refusal this share of the places is left to others, so that programs on one account drift to equal parts. */
const GIVE_WAY = 1 / 64;
/** Longest gap between two tries for more, in windows. */
const LONGEST_GAP = 4;
/** Longest wait that is taken from a Retry-After, in milliseconds. */
const LONGEST_PAUSE = 900_000;

/**
 * How many of an account's places this process may use, learned from OneFile's answers.
 *
 * A place that was accepted comes free again one window later, and the one who used it is the first to know: so a process
 * that only reuses its own places is not refused, however many share the account. `share` is how many it has. It starts
 * at the full limit, falls to what was accepted when OneFile answers 429, and climbs back step by step.
 */
export class Pace {
	/** When the places of the last window were taken, oldest first. */
	private taken: number[] = [];
	private share: number;
	private pausedUntil = 0;
	private refusedAt = -Infinity;
	private climbAt = 0;
	private climbStep = 1;
	private climbGap = 1;
	private climbing = false;
	private editorUntil = 0;
	private backlog = 0;

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

	announce(items: number): void {
		this.backlog = Math.max(0, this.backlog + items);
	}

	editorUsed(): void {
		this.editorUntil = Date.now() + limits.editorMs;
	}

	/** Milliseconds until a call of this urgency may go out; 0 if now. */
	waitMs(urgency: Urgency): number {
		const now = Date.now();
		this.expire();
		if (this.pausedUntil > now) return this.pausedUntil - now;
		if (urgency === 'list' && this.taken.length >= this.share) this.climb(now);
		const places = Math.max(1, urgency === 'editor' ? this.share : this.share - this.keptFree(now));
		if (this.taken.length < places) return 0;
		return Math.max(1, this.taken[this.taken.length - places] + keptWindowMs() - now);
	}

	take(): Place {
		const grantedAt = Date.now();
		this.taken.push(grantedAt);
		return { grantedAt };
	}

	refused(place: Place, retryAfterMs?: number): void {
		const now = Date.now();
		const index = this.taken.indexOf(place.grantedAt);
		if (index >= 0) this.taken.splice(index, 1);
		const first = place.grantedAt > this.refusedAt;
		if (first) {
			this.refusedAt = now;
			this.climbGap = this.climbing ? Math.min(this.climbGap * 2, LONGEST_GAP) : 1;
			this.climbing = false;
			this.climbStep = 1;
			this.climbAt = now + keptWindowMs() * this.climbGap * spread();
		}
		this.share = Math.max(1, Math.floor(this.taken.length * (1 - GIVE_WAY)));
		this.pausedUntil = Math.max(this.pausedUntil, now + this.pauseMs(now, retryAfterMs));
	}

	/** Retry-After if there is one; otherwise until a place of ours has come free, as the window must have moved by then. */
	private pauseMs(now: number, retryAfterMs?: number): number {
		if (retryAfterMs !== undefined) return Math.min(Math.max(retryAfterMs, 0), LONGEST_PAUSE) + keptWindowMs() * 0.005 * spread();
		if (this.taken.length > 0) return Math.max(0, this.taken[0] + keptWindowMs() - now);
		return keptWindowMs() * spread();
	}

	/** One try for more than we have: a single place at first, twice as many each time that it went well. */
	private climb(now: number): void {
		if (this.share >= this.limit || now < this.climbAt) return;
		if (this.climbing) {
			this.climbStep *= 2;
			this.climbGap = 1;
		}
		this.climbing = true;
		this.share = Math.min(this.limit, this.share + this.climbStep);
		this.climbAt = now + keptWindowMs() * this.climbGap;
	}

	/**
	 * Places that a list leaves to the editor: while somebody uses it, and otherwise as many as cost the list no more than
	 * 3 % of its time. (All calls of N x limit have to leave in the first instant of each window to be done in time: then
	 * none can be kept.)
	 */
	private keptFree(now: number): number {
		const wanted = Math.round(this.share * limits.editorShare);
		if (this.editorUntil > now) return wanted;
		const windows = (places: number) => Math.ceil(this.backlog / places) - 1;
		for (let kept = wanted; kept > 0; kept--) {
			if (windows(this.share - kept) <= windows(this.share) * 1.03) return kept;
		}
		return 0;
	}

	private expire(): void {
		const oldest = Date.now() - keptWindowMs();
		let expired = 0;
		while (expired < this.taken.length && this.taken[expired] <= oldest) expired++;
		if (expired > 0) this.taken.splice(0, expired);
	}
}

/** Between 0.5 and 1: programs that were refused together do not come back together. */
function spread(): number {
	return 0.5 + Math.random() / 2;
}
