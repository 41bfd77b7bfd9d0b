'use strict';

const { setMaxListeners } = require('node:events');

const { keptWindowMs } = require('../../dist/nodes/OneFile/transport/limits');
const { Throttle } = require('../../dist/nodes/OneFile/transport/throttle');

const LIMIT = 100;
const WINDOW = keptWindowMs('answer');

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** As n8n does with a large item: nothing else in the process goes on meanwhile. */
const keepBusy = (ms) => jest.advanceTimersByTime(ms);

/** Calls of a list that OneFile answers at once. `granted` fills with the moments at which each might go out. */
function calls(throttle, count, { granted = [], signal } = {}) {
	const call = async () => {
		const place = await throttle.acquire('list', signal);
		throttle.answered(place);
		granted.push(place.grantedAt);
	};
	return { granted, done: Promise.allSettled(Array.from({ length: count }, call)) };
}

async function finish(done) {
	let isDone = false;
	void done.then(() => (isDone = true));
	while (!isDone) await jest.advanceTimersByTimeAsync(100);
}

test('while n8n is busy a call cannot leave: its window begins when it could', async () => {
	const asked = new Throttle(5).acquire('list');
	await jest.advanceTimersByTimeAsync(0);
	const place = await asked;
	keepBusy(20_000);
	const busyUntil = Date.now();
	await jest.advanceTimersByTimeAsync(1000);
	expect(place.freeAt).toBeGreaterThanOrEqual(busyUntil + keptWindowMs('departure'));
});

test('a call that is answered had arrived: its window is over one window later, whatever is noticed after that', async () => {
	const throttle = new Throttle(1);
	const place = await throttle.acquire('list');
	throttle.answered(place);
	const { freeAt } = place;
	expect(freeAt).toBe(Date.now() + WINDOW);
	const { granted, done } = calls(throttle, 1);
	await finish(done);
	expect(place.freeAt).toBe(freeAt);
	expect(granted[0]).toBeGreaterThanOrEqual(freeAt);
});

test('a list takes as many windows as the limit demands, and hardly more', async () => {
	const { granted, done } = calls(new Throttle(LIMIT), 250);
	await finish(done);
	const took = granted.at(-1) - granted[0];
	expect(took).toBeGreaterThanOrEqual(2 * WINDOW);
	expect(took).toBeLessThan(2.03 * WINDOW);
});

test('a window that was not full makes the next ones no slower', async () => {
	const throttle = new Throttle(LIMIT);
	// Eight places are kept for the editor, so no window is full.
	throttle.editorUsed();
	const granted = [];
	// As in n8n, a hundred calls do not all go out in one instant.
	for (let row = 0; row < 92; row++) {
		await finish(calls(throttle, 1, { granted }).done);
	}
	await finish(calls(throttle, 178, { granted }).done);
	// 92, 92 and 86: the last go out with the third window.
	expect(granted.at(-1) - granted[0]).toBeGreaterThanOrEqual(2 * WINDOW);
	expect(granted.at(-1) - granted[0]).toBeLessThan(2.25 * WINDOW);
});

test('a run that was stopped leaves the queue at once and holds nobody up', async () => {
	const throttle = new Throttle(LIMIT);
	const stop = new AbortController();
	setMaxListeners(Infinity, stop.signal);
	const stopped = calls(throttle, 450, { signal: stop.signal });
	await jest.advanceTimersByTimeAsync(1000);
	const hadGone = stopped.granted.length;
	expect(hadGone).toBeGreaterThan(90);
	stop.abort();
	const others = calls(throttle, 50);
	await finish(others.done);
	expect(stopped.granted).toHaveLength(hadGone);
	// Were the stopped calls still in the queue, the others would wait for four windows.
	expect(others.granted.at(-1) - stopped.granted[0]).toBeLessThan(1.05 * WINDOW);
	await stopped.done;
});
