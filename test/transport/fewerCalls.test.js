'use strict';

const { readAccount } = require('../../dist/nodes/OneFile/transport/account');
const { throttleOf } = require('../../dist/nodes/OneFile/transport/throttle');
const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect, callCounts } = require('../engine/connect');
const { learnerRows } = require('../engine/learners');
const { until } = require('./until');

compressTime();

test('the same search of several executions at the same moment goes out once', async () => {
	const { sandbox, n8n } = await connect({ latencyMs: 100 });
	const node = { parameters: { returnAll: false, limit: 5 } };
	// The log-in is not what is counted.
	await n8n.run('user-getAll', { node });
	sandbox.log.clear();
	const runs = await Promise.all([1, 2, 3].map(() => n8n.run('user-getAll', { node })));
	expect(runs.map(({ json }) => json.length)).toEqual([5, 5, 5]);
	expect(callCounts(sandbox)['POST /User/Search']).toBe(1);
});

test('a search made later goes out again: OneFile may have changed', async () => {
	const { sandbox, n8n } = await connect();
	const node = { parameters: { returnAll: false, limit: 5 } };
	await n8n.run('user-getAll', { node });
	sandbox.log.clear();
	await n8n.run('user-getAll', { node });
	expect(callCounts(sandbox)['POST /User/Search']).toBe(1);
});

describe('somebody at the editor', () => {
	compressTime(6000);

	test('does not wait for the same search of a run that queues behind a list', async () => {
		const { sandbox, n8n } = await connect({}, { requestsPerMinute: 100 });
		const people = Array.from({ length: 300 }, (_, index) => ({ id: SEED.learners.firstId + index }));
		const long = n8n.begin('promise-window-never-exceeded', { items: people, mode: 'manual' });
		await until(() => sandbox.log.calls().length >= 92);
		const { waiting } = throttleOf(readAccount(n8n.storedCredential()));
		await until(() => sandbox.log.inFlight === 0 && waiting.list.size === 100);
		const searching = n8n.begin('standard-getAll');
		await until(() => waiting.list.size === 101);
		const parameters = { organisation: { mode: 'id', value: '5740' } };
		expect((await n8n.list('searchStandards', { parameters })).results.length).toBeGreaterThan(0);
		expect(callCounts(sandbox)['POST /Standard/Search']).toBe(1);
		expect(sandbox.log.calls().length).toBeLessThanOrEqual(100);
		for (const run of [searching, long]) {
			run.stop();
			await run.finished;
		}
	});
});

test('learners of one assessor, classroom and placement: one call for each, after one search for each of the three', async () => {
	const { sandbox, n8n } = await connect();
	await n8n.run('user-create', { items: learnerRows(1) });
	sandbox.log.clear();
	const { json } = await n8n.run('user-create', { items: learnerRows(21).slice(1) });
	expect(json).toHaveLength(20);
	expect(callCounts(sandbox)).toEqual({
		'POST /User/Search': 1,
		'POST /Classroom/Search': 1,
		'POST /Placement/Search': 1,
		'POST /User': 20,
	});
});

test('onboarding: four calls for each learner and one for each unit, after one search for each name', async () => {
	const { sandbox, n8n } = await connect();
	const [standard] = SEED.standards;
	const items = learnerRows(10).map((row) => ({ ...row, standard: standard.Title, iqa: 'Q001' }));
	await n8n.run('learner-onboard', { items: items.slice(0, 1) });
	sandbox.log.clear();
	const { json } = await n8n.run('learner-onboard', { items: items.slice(1) });
	expect(json.map(({ unitsAssigned }) => unitsAssigned.length)).toEqual(Array(9).fill(standard.units.length));
	// Names first: the assessor and the IQA, the classroom, the placement, the standard and its units.
	expect(callCounts(sandbox)).toMatchObject({
		'POST /User/Search': 2 + 9,
		'POST /Classroom/Search': 1,
		'POST /Placement/Search': 1,
		'POST /Standard/Search': 1,
		'POST /Unit/Search': 1,
	});
	// Then a search, the account, the IQA, the standard and its units for each learner.
	expect(sandbox.log.calls()).toHaveLength(6 + 9 * (4 + standard.units.length));
});

test('lists of organisations: whose customer it is does not change, so it is asked once', async () => {
	const { sandbox, n8n } = await connect();
	await n8n.list('searchOrganisations');
	sandbox.log.clear();
	const { results } = await n8n.list('searchOrganisations');
	expect(results.length).toBeGreaterThan(0);
	expect(callCounts(sandbox)).toEqual({ 'POST /Organisation/Search': 1 });
});
