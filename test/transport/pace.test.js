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

describe('alone on an account', () => {
	test.each([200, 1000])(
		'never refused, with calls that travel up to %i ms, at 97 %% of the limit',
		(travelMs) => {
			const calls = shareAccount({ processes: [{}], windows: 40, travelMs });
			const { throughput, refused } = between(calls, 2, 40);
			expect(refused).toBe(0);
			expect(throughput).toBeGreaterThan(0.97 * LIMIT);
		},
	);
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
