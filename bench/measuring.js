'use strict';

const { SEED, startSandbox } = require('../sandbox');

const LEARNER = /^\/User\/\d+$/i;
const MOST_LEARNERS = 10_000;

/** Rows that name different learners of the sandbox. */
function rows(count, from = 0) {
	return Array.from({ length: count }, (_, index) => ({
		id: SEED.learners.firstId + ((from + index) % MOST_LEARNERS),
	}));
}

/** A stand-in OneFile with an account of its own, and with enough learners that every row can name another. */
async function openAccount({ limit, windowMs, latencyMs = 0 }) {
	const sandbox = await startSandbox({ limit, windowMs, latencyMs });
	const { users } = sandbox.state;
	const first = users.get(SEED.learners.firstId);
	for (const { id } of rows(MOST_LEARNERS)) if (!users.get(id)) users.put({ ...first, ID: id });
	return sandbox;
}

/** The least time that the limit allows for so many calls, in milliseconds. */
function leastMs(calls, { limit, windowMs, latencyMs = 0 }) {
	return Math.floor((calls - 1) / limit) * windowMs + latencyMs;
}

/** Runs a workflow on each of some lists at once, and tells what the service saw of it. */
async function measure(sandbox, run, ...lists) {
	sandbox.control.clearLog();
	const began = performance.now();
	// A workflow that ends with an error (a log-in answered 429, say) has lost the rows that were not fetched: they are counted.
	await Promise.allSettled(lists.map((list) => run(list)));
	const ms = performance.now() - began;
	const { calls, tooMany, maxInAnyWindow } = sandbox.control.stats();
	const wanted = lists.reduce((sum, list) => sum + list.length, 0);
	const lost = wanted - sandbox.log.calls({ method: 'GET', path: LEARNER, status: 200 }).length;
	return { ms, calls, tooMany, lost, maxInAnyWindow };
}

function median(numbers) {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The middle one of some numbers with the smallest and the largest: `1.02 (1.01 to 1.04)`. */
function withSpread(numbers, digits = 2) {
	const show = (number) => number.toFixed(digits);
	const [least, most] = [show(Math.min(...numbers)), show(Math.max(...numbers))];
	return least === most ? least : `${show(median(numbers))} (${least} to ${most})`;
}

module.exports = { rows, openAccount, leastMs, measure, median, withSpread };
