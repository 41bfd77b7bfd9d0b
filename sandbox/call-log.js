'use strict';

/** Every call that reached the service, in order of arrival. Token headers are never stored. */
class CallLog {
	entries = [];
	inFlight = 0;
	maxInFlight = 0;
	#count = 0;

	open(call) {
		const entry = { n: ++this.#count, ...call, status: null, isLimited: false, body: null, ms: null };
		this.entries.push(entry);
		this.maxInFlight = Math.max(this.maxInFlight, ++this.inFlight);
		return entry;
	}

	close() {
		this.inFlight--;
	}

	/** `calls({ method: 'POST', path: /^\/User$/i, status: 200 })`; whatever is left out matches. */
	calls({ method, path, status, version, since = 0 } = {}) {
		return this.entries.filter(
			(entry) =>
				entry.n > since &&
				(!method || entry.method === method.toUpperCase()) &&
				(!path || (path instanceof RegExp ? entry.path.search(path) !== -1 : entry.path === path)) &&
				(status === undefined || entry.status === status) &&
				(!version || entry.version === version),
		);
	}

	/** The fullest window of one customer, as the server saw it; without the calls that the limit refused, unless asked. */
	maxInAnyWindow(windowMs = 60_000, { withRefused = false } = {}) {
		let fullest = 0;
		const starts = new Map();
		for (const entry of this.entries) {
			if (entry.isLimited && !withRefused) continue;
			const window = starts.get(entry.customer) ?? [];
			starts.set(entry.customer, window);
			window.push(entry.at);
			window.first = window.first ?? 0;
			while (entry.at - window[window.first] >= windowMs) window.first++;
			fullest = Math.max(fullest, window.length - window.first);
		}
		return fullest;
	}

	stats(windowMs) {
		const byStatus = {};
		for (const { status } of this.entries) {
			byStatus[status ?? 'pending'] = (byStatus[status ?? 'pending'] ?? 0) + 1;
		}
		return {
			calls: this.entries.length,
			byStatus,
			logins: this.calls({ path: /^\/authentication\/?$/i }).length,
			tooMany: this.calls({ status: 429 }).length,
			maxInAnyWindow: this.maxInAnyWindow(windowMs),
			maxInAnyWindowWithRefused: this.maxInAnyWindow(windowMs, { withRefused: true }),
			inFlight: this.inFlight,
			maxInFlight: this.maxInFlight,
		};
	}

	clear() {
		this.entries.length = 0;
		this.maxInFlight = this.inFlight;
	}
}

module.exports = { CallLog };
