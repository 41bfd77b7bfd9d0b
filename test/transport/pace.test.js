'use strict';

const { between, shareAccount, LIMIT } = require('./sharedAccount');

const SEEDS = [1, 2];
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const unfairness = (parts) => Math.max(...parts) / Math.min(...parts);

/** A process every `apart` windows, with each kind of 429 answer, several times with other luck. */
function runs(count, apart) {
	const settled = (count - 1) * apart + 15;
	return ['none', 'seconds'].flatMap((retryAfter) =>
		SEEDS.map((seed) => {
			const processes = Array.from({ length: count }, (_, number) => ({ from: number * apart }));
			const calls = shareAccount({ processes, windows: settled + 30, retryAfter, seed });
			return { calls, newcomer: (count - 1) * apart, ...between(calls, settled, settled + 30) };
		}),
	);
}

/** A list of so many rows, alone on its account: how long it took over the least time, and what OneFile saw. */
function listOf(rows, conditions = {}) {
	const calls = shareAccount({ processes: [{ rows }], windows: 100, ...conditions });
	const latency = Math.max(...calls.map(({ at, answeredAt }) => answeredAt - at));
	const least = Math.floor((rows - 1) / LIMIT) + latency;
	return { calls, ratio: Math.max(...calls.map(({ answeredAt }) => answeredAt)) / least };
}

const SLOW = { travelMs: 1000, answerMs: 5000 };

describe('alone on an account', () => {
	test.each([
		[300, {}],
		[300, SLOW],
		[3000, {}],
		[3000, SLOW],
		[5950, SLOW],
	])('%i calls take at most 1.05 times the least time, and none is refused: %j', (rows, conditions) => {
		const { calls, ratio } = listOf(rows, conditions);
		expect(calls.filter(({ accepted }) => accepted)).toHaveLength(rows);
		expect(calls).toHaveLength(rows);
		expect(ratio).toBeLessThan(1.05);
	});

	test('none is refused either when a busy n8n takes seconds to send what may go out', () => {
		for (const seed of SEEDS) {
			const { calls } = listOf(1000, { ...SLOW, lagMs: 4000, seed });
			expect(calls.filter(({ accepted }) => !accepted)).toEqual([]);
		}
	});

	test('a short list leaves places to the editor where that costs it nothing, and all along', () => {
		const inFirst = (rows) => listOf(rows).calls.filter(({ at }) => at < 1).length;
		expect(inFirst(250)).toBe(92);
		expect(inFirst(300)).toBe(100);
	});
});

describe.each([
	{ count: 2, how: 'started together', apart: 0, most: 0.02 },
	{ count: 2, how: 'one after the other', apart: 4, most: 0.02 },
	{ count: 3, how: 'started together', apart: 0, most: 0.02 },
	{ count: 3, how: 'one after the other', apart: 4, most: 0.02 },
	// Every process has to try for more now and then, so with more of them more is refused.
	{ count: 4, how: 'started together', apart: 0, most: 0.025 },
	{ count: 4, how: 'one after the other', apart: 4, most: 0.025 },
])('$count processes on one account, $how', ({ count, apart, most }) => {
	let results;
	beforeAll(() => (results = runs(count, apart)));

	test('together they reach 95 % of the limit', () => {
		expect(mean(results.map(({ throughput }) => throughput))).toBeGreaterThan(0.95 * LIMIT);
	});

	test('few calls are refused', () => {
		for (const { refused } of results) expect(refused).toBeLessThan(most);
	});

	test('no one has more than twice as much as another', () => {
		for (const { parts } of results) expect(unfairness(parts)).toBeLessThan(2);
	});

	if (apart > 0) {
		test('a newcomer has half of its fair part after ten windows', () => {
			const parts = results.map(
				({ calls, newcomer }) => between(calls, newcomer + 10, newcomer + 13).parts[count - 1],
			);
			expect(mean(parts)).toBeGreaterThan(LIMIT / count / 2);
		});
	}
});

describe('when the others leave', () => {
	test.each([2, 3])('of %i processes the one that stays has the whole limit within five windows', (count) => {
		for (const retryAfter of ['none', 'seconds']) {
			const shares = SEEDS.map((seed) => {
				const processes = Array.from({ length: count }, (_, number) => ({ until: number ? 20 : undefined }));
				const calls = shareAccount({ processes, windows: 27, retryAfter, seed });
				return between(calls, 25, 26.02).throughput;
			});
			expect(mean(shares)).toBeGreaterThan(0.9 * LIMIT);
		}
	});
});

describe('slow answers', () => {
	test('three processes share as well when calls travel for a second and answers for five', () => {
		const calls = shareAccount({ processes: [{}, {}, {}], windows: 45, travelMs: 1000, answerMs: 5000 });
		const { throughput, refused } = between(calls, 15, 45);
		expect(throughput).toBeGreaterThan(0.95 * LIMIT);
		expect(refused).toBeLessThan(0.02);
	});
});
