'use strict';

const path = require('node:path');

const esbuild = require('esbuild');

/** The timers that the build gives to p-throttle, over a sleep that ends when the test says so. */
function timersOver(sleep) {
	const { outputFiles } = esbuild.buildSync({
		entryPoints: [path.join(__dirname, '..', '..', 'scripts', 'build', 'timers.mjs')],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		external: ['n8n-workflow'],
	});
	const loaded = { exports: {} };
	const load = new Function('module', 'exports', 'require', outputFiles[0].text);
	load(loaded, loaded.exports, (name) => (name === 'n8n-workflow' ? { sleep } : undefined));
	return loaded.exports;
}

function heldSleep() {
	const asked = [];
	const sleep = (milliseconds) => new Promise((wake) => asked.push({ milliseconds, wake }));
	const wakeAll = async () => {
		for (const { wake } of asked) wake();
		await new Promise(setImmediate);
	};
	return { asked, sleep, wakeAll };
}

test('a timer runs its callback once, after the sleep and not before', async () => {
	const { asked, sleep, wakeAll } = heldSleep();
	const run = jest.fn();
	timersOver(sleep).startTimer(run, 250);
	await new Promise(setImmediate);
	expect(asked).toEqual([expect.objectContaining({ milliseconds: 250 })]);
	expect(run).not.toHaveBeenCalled();
	await wakeAll();
	expect(run).toHaveBeenCalledTimes(1);
});

test('a stopped timer never runs its callback, and the others do', async () => {
	const { sleep, wakeAll } = heldSleep();
	const { startTimer, stopTimer } = timersOver(sleep);
	const stopped = jest.fn();
	const other = jest.fn();
	const timer = startTimer(stopped, 100);
	startTimer(other, 100);
	stopTimer(timer);
	await wakeAll();
	expect(stopped).not.toHaveBeenCalled();
	expect(other).toHaveBeenCalledTimes(1);
});

test('stopping what never was a timer does nothing, as with clearTimeout', () => {
	expect(() => timersOver(heldSleep().sleep).stopTimer(undefined)).not.toThrow();
});
