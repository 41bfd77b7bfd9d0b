'use strict';

const { keptWindowMs } = require('../../dist/nodes/OneFile/transport/limits');
const { Throttle } = require('../../dist/nodes/OneFile/transport/throttle');
const { compressTime } = require('../engine/compressTime');
const { until } = require('./until');

compressTime(600);

/** As n8n does with a large item: nothing else in the process goes on meanwhile. */
function keepBusy(ms) {
	const end = Date.now() + ms;
	while (Date.now() < end);
	return end;
}

test('while n8n is busy a call cannot leave: its window begins when it could', async () => {
	const place = await new Throttle(5).acquire('list');
	const given = place.freeAt;
	const busyUntil = keepBusy(200);
	await until(() => place.freeAt !== given);
	expect(place.freeAt).toBeGreaterThanOrEqual(busyUntil + keptWindowMs('departure'));
});

test('a call that is answered had arrived: its window is over one window later, whatever is noticed after that', async () => {
	const throttle = new Throttle(1);
	const place = await throttle.acquire('list');
	throttle.answered(place);
	const { freeAt } = place;
	expect(freeAt).toBeLessThanOrEqual(Date.now() + keptWindowMs('answer'));
	const next = await throttle.acquire('list');
	expect(place.freeAt).toBe(freeAt);
	expect(next.grantedAt).toBeGreaterThanOrEqual(freeAt);
});

test('a window that was not full makes the next ones no slower', async () => {
	const throttle = new Throttle(100);
	// Eight places are kept for the editor, so no window is full.
	throttle.editorUsed();
	const granted = [];
	const call = async () => {
		const place = await throttle.acquire('list');
		throttle.answered(place);
		granted.push(place.grantedAt);
	};
	// As in n8n, a hundred calls do not all go out in one instant.
	for (let row = 0; row < 92; row++) {
		await call();
		keepBusy(2);
	}
	await Promise.all(Array.from({ length: 178 }, call));
	// 92, 92 and 86: the last go out with the third window.
	expect(granted.at(-1) - granted[0]).toBeGreaterThanOrEqual(2 * keptWindowMs('answer'));
	expect(granted.at(-1) - granted[0]).toBeLessThan(2.6 * keptWindowMs('answer'));
});
