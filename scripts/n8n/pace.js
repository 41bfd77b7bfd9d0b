'use strict';

const WINDOW_MS = 60_000;

/** The node keeps a few places free for the editor: a window counts as full before its last place is taken. */
const FULL = 0.9;

const STEPS = [
	{ name: 'learners', method: 'POST', path: /^\/user$/i },
	{ name: 'standards', method: 'POST', path: /^\/standard\/[^/]+\/assign/i },
	{ name: 'units', method: 'POST', path: /^\/unit\/[^/]+\/assign/i },
];

/** How far an onboarding of `rows` learners is, read from the sandbox's log: what was made, the calls so far, and whether the limit holds it back. */
function describePace({ log, settings }, rows) {
	const made = STEPS.map(
		({ name, method, path }) => `${log.calls({ method, path, status: 200 }).length} ${name}`,
	);
	return [
		`of ${rows} rows so far: ${made.join(', ')}`,
		`${log.entries.length} calls`,
		waiting(log.entries, settings.limit),
	]
		.filter(Boolean)
		.join('; ');
}

function waiting(entries, limit) {
	const now = Date.now();
	const recent = entries.filter(({ at }) => now - at < WINDOW_MS);
	if (recent.length < limit * FULL || now - recent.at(-1).at < 1500) return '';
	const next = Math.ceil((recent[0].at + WINDOW_MS - now) / 1000);
	return `waiting for OneFile's limit of ${limit} a minute, next places in about ${next} s`;
}

module.exports = { describePace };
