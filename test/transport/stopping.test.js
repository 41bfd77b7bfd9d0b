'use strict';

const retry = require('../../dist/nodes/OneFile/transport/retry');
const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect } = require('../engine/connect');
const { until } = require('./until');

const WINDOW = 6000;
const LIMIT = 10;
compressTime(WINDOW);

const people = (count, from = 0) =>
	Array.from({ length: count }, (_, index) => ({ id: SEED.learners.firstId + from + index }));
const list = 'promise-window-never-exceeded';

/** Stops a run and gives the milliseconds until n8n has its end. */
async function stopTime(run) {
	const began = performance.now();
	run.stop();
	const { status } = await run.finished;
	expect(status).toBe('canceled');
	return performance.now() - began;
}

describe('stopping an execution ends it within a second', () => {
	test('while it waits for a place', async () => {
		const { sandbox, n8n } = await connect({}, { requestsPerMinute: LIMIT });
		const run = n8n.begin(list, { items: people(50) });
		await until(() => sandbox.log.calls().length === LIMIT && sandbox.log.inFlight === 0);
		expect(await stopTime(run)).toBeLessThan(1000);
		expect(sandbox.log.calls()).toHaveLength(LIMIT);
	});

	test('while everybody waits out an hour of Retry-After', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run(list, { items: people(1) });
		const headers = { 'retry-after': '3600' };
		sandbox.control.faults({ match: { method: 'GET' }, times: Infinity, do: 'status', status: 429, headers });
		const run = n8n.begin(list, { items: people(5) });
		await until(() => sandbox.log.calls({ status: 429 }).length === 5 && sandbox.log.inFlight === 0);
		expect(await stopTime(run)).toBeLessThan(1000);
	});

	test('while it waits to ask again after a fault', async () => {
		const { sandbox, n8n } = await connect();
		jest.spyOn(retry, 'backoffMs').mockReturnValue(3_600_000);
		sandbox.control.faults({ match: { path: '^/User/' }, times: Infinity, do: 'status', status: 503 });
		const run = n8n.begin(list, { items: people(5) });
		await until(() => sandbox.log.calls({ status: 503 }).length === 5 && sandbox.log.inFlight === 0);
		expect(await stopTime(run)).toBeLessThan(1000);
	});

	test('while OneFile does not answer', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { path: '^/User/' }, times: Infinity, do: 'hang' });
		const run = n8n.begin(list, { items: people(5) });
		await until(() => sandbox.log.calls({ path: /^\/User\// }).length === 5);
		expect(await stopTime(run)).toBeLessThan(1000);
	});

	test('while it waits for the answer to a search of another execution', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run(list, { items: people(1) });
		sandbox.log.clear();
		sandbox.control.faults({ match: { path: '^/User/' }, times: Infinity, do: 'hang' });
		const [leader, follower] = [people(1, 7), people(1, 7)].map((items) => n8n.begin(list, { items }));
		await until(() => sandbox.log.calls({ path: /^\/User\// }).length === 1);
		expect(await stopTime(follower)).toBeLessThan(1000);
		expect(await Promise.race([leader.finished, 'still waiting'])).toBe('still waiting');
		await stopTime(leader);
	});
});

test('its places are free for others, who do not notice', async () => {
	const { sandbox, n8n } = await connect({}, { requestsPerMinute: LIMIT });
	const stopped = n8n.begin(list, { items: people(500) });
	await until(() => sandbox.log.calls().length === LIMIT);
	const other = n8n.begin(list, { items: people(8, 600) });
	await stopTime(stopped);
	const { status, json } = await other.finished;
	expect(status).toBe('success');
	expect(json.map(({ ID }) => ID)).toEqual(people(8, 600).map(({ id }) => id));
	// All of the other run's calls went out in the next window, as if it had been alone.
	expect(sandbox.log.calls()).toHaveLength(LIMIT + 8);
	expect(sandbox.log.calls().at(-1).at - sandbox.log.calls()[0].at).toBeLessThan(2 * WINDOW);
});

test('a follower whose leader is stopped asks for itself', async () => {
	const { sandbox, n8n } = await connect({ latencyMs: 300 });
	await n8n.run(list, { items: people(1) });
	sandbox.log.clear();
	const [leader, follower] = [people(1, 7), people(1, 7)].map((items) => n8n.begin(list, { items }));
	await until(() => sandbox.log.calls({ path: /^\/User\// }).length === 1);
	await stopTime(leader);
	const { json } = await follower.finished;
	expect(json).toEqual([expect.objectContaining({ ID: people(1, 7)[0].id })]);
});
