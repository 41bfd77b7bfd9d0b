'use strict';

/**
 * A true sliding window over arrival times, kept for each customer token: logins and the calls of all its sessions
 * count together. Who shares the limit, and whether refused calls count, is not documented (part 3 of the facts).
 */
class RateLimit {
	#arrivals = new Map();

	constructor(clock, settings) {
		this.clock = clock;
		this.settings = settings;
	}

	/** Takes a place and returns null, or returns how many milliseconds are left until one is free. */
	take(account) {
		const { limit, windowMs, rejectedCount } = this.settings;
		const now = this.clock.now();
		const window = this.#window(account, now - windowMs);
		const isFull = window.length >= limit;
		if (!isFull || rejectedCount) window.push(now);
		if (!isFull) return null;
		return window[window.length - limit] + windowMs - now;
	}

	clear() {
		this.#arrivals.clear();
	}

	#window(account, start) {
		const arrivals = this.#arrivals.get(account) ?? [];
		const stillCounting = arrivals.findIndex((at) => at > start);
		arrivals.splice(0, stillCounting === -1 ? arrivals.length : stillCounting);
		this.#arrivals.set(account, arrivals);
		return arrivals;
	}
}

module.exports = { RateLimit };
