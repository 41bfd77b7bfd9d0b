'use strict';

const WINDOW_MS = 60_000;

const STEPS = [
	{ name: 'learners', method: 'POST', path: /^\/user$/i },
	{ name: 'standards', method: 'POST', path: /^\/standard\/[^/]+\/assign/i },
	{ name: 'units', method: 'POST', path: /^\/unit\/[^/]+\/assign/i },
];

/** How far a run is, read from the sandbox's log: what was made, the calls so far, and whether the limit holds it back. */
function describePace({ log, settings }, since) {
	const calls = log.entries.filter((entry) => entry.n > since);
	const made = STEPS.map(({ name, method, path }) => `${log.calls({ method, path, since }).filter(({ status }) => status === 200).length} ${name}`);
	return [made.join(', '), `${calls.length} calls`, waiting(log.entries, settings.limit)].filter(Boolean).join('; ');
}

function waiting(entries, limit) {
	const now = Date.now();
	const recent = entries.filter(({ at }) => now - at < WINDOW_MS);
	if (recent.length < limit || now - recent.at(-1).at < 1000) return '';
	const next = Math.ceil((recent[0].at + WINDOW_MS - now) / 1000);
	return `waiting for OneFile's limit of ${limit} a minute, next places in about ${next} s`;
}

module.exports = { describePace };
