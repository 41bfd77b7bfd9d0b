'use strict';

const { keptWindowMs } = require('../../dist/nodes/OneFile/transport/limits');
const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect } = require('../engine/connect');
const { learnerRows } = require('../engine/learners');
const { until } = require('./until');

const people = (count) =>
	Array.from({ length: count }, (_, index) => ({ id: SEED.learners.firstId + index }));
const list = 'promise-window-never-exceeded';

describe('how many calls are under way at once', () => {
	compressTime();

	test('a hundred reads: enough that slow answers do not decide the speed, and never more', async () => {
		const { sandbox, n8n } = await connect({ latencyMs: 400 });
		const { json } = await n8n.run(list, { items: people(350) });
		expect(json.map(({ ID }) => ID)).toEqual(people(350).map(({ id }) => id));
		expect(sandbox.log.maxInFlight).toBe(100);
	});

	test('ten writes that end with the first that fails: no more than nine are made after it', async () => {
		const { sandbox, n8n } = await connect({ latencyMs: 50 });
		const node = { onError: 'stopWorkflow' };
		sandbox.control.faults({ match: { path: '^/User$' }, skip: 20, times: 1, do: 'status', status: 400 });
		const { error } = await n8n.run('user-create', { items: learnerRows(60), node });
		const made = sandbox.log.calls({ method: 'POST', path: /^\/User$/, status: 200 }).length;
		expect(made).toBeGreaterThanOrEqual(20);
		expect(made).toBeLessThanOrEqual(29);
		expect(error.description).toMatch(
			/^.*Done before the run stopped, not to be run again: rows? [\d, toand]+\./,
		);
		expect(sandbox.log.maxInFlight).toBeLessThanOrEqual(11);
	});
});

describe('the editor during a long run', () => {
	const WINDOW = 4000;
	compressTime(WINDOW);

	/** What two seconds are in a minute that lasts WINDOW, and the time that the machine itself takes. */
	const TWO_SECONDS = (2 / 60) * WINDOW + 400;

	async function listTime(n8n) {
		const began = performance.now();
		await n8n.list('searchOrganisations');
		return performance.now() - began;
	}

	test('a list opens at once while a run of the editor uses the limit up', async () => {
		const { sandbox, n8n } = await connect({}, { requestsPerMinute: 100 });
		const run = n8n.begin(list, { items: people(300), mode: 'manual' });
		await until(() => sandbox.log.calls().length >= 92 && sandbox.log.inFlight === 0);
		expect(await listTime(n8n)).toBeLessThan(TWO_SECONDS);
		run.stop();
		await run.finished;
	});

	test('a list opens within two seconds of a minute while a list of hours goes out evenly', async () => {
		const { sandbox, n8n } = await connect({}, { requestsPerMinute: 100 });
		const hours = Array.from({ length: 10 }, () => people(1000)).flat();
		const run = n8n.begin(list, { items: hours.map(({ id }, index) => ({ id: id + index })) });
		await until(() => sandbox.log.calls().length >= 100);
		for (let time = 0; time < 3; time++) expect(await listTime(n8n)).toBeLessThan(TWO_SECONDS);
		// The run itself goes on at the pace of the limit.
		const { calls } = sandbox.control.stats();
		expect(calls).toBeGreaterThan(
			100 * ((sandbox.clock.now() - sandbox.log.calls()[0].at) / keptWindowMs('answer')) * 0.8,
		);
		run.stop();
		await run.finished;
	});
});
