'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { callCounts, connect } = require('../engine/connect');

compressTime();

const { OneFile } = require('../../dist/nodes/OneFile/OneFile.node');
const LEARNER = SEED.learners.firstId;
const user = { __rl: true, mode: 'id', value: String(LEARNER) };
const get = async (n8n, parameters) =>
	await n8n.run('operation', {
		node: { parameters: { resource: 'user', operation: 'get', user, ...parameters } },
	});

describe('Simplify', () => {
	test('shows who somebody is; raw shows everything, unknown keys too', async () => {
		const { n8n } = await connect({ quirks: { extraKeys: true } });
		const [simple] = (await get(n8n, {})).json;
		const [raw] = (await get(n8n, { simplify: false })).json;
		expect(simple).toMatchObject({
			ID: LEARNER,
			MISID: 'L0001',
			FirstName: raw.FirstName,
			Progress: raw.Progress,
		});
		for (const name of ['DOB', 'L12', 'HomeAddress', 'RowVersion']) {
			expect(simple).not.toHaveProperty(name);
			expect(raw).toHaveProperty(name);
		}
	});

	test('never leaves out an id', async () => {
		const { n8n } = await connect();
		const [simple] = (await get(n8n, {})).json;
		const [raw] = (await get(n8n, { simplify: false })).json;
		const ids = Object.keys(raw).filter((key) => /id$/i.test(key));
		expect(ids.length).toBeGreaterThan(6);
		for (const key of ids) expect(simple[key]).toEqual(raw[key]);
	});
});

describe('Full Records of users', () => {
	const all = { resource: 'user', operation: 'getAll', role: SEED.roles.iqa, fullRecords: true };

	test('are simplified like a single user', async () => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run('operation', { node: { parameters: all } });
		const iqas = sandbox.state.users.where(
			({ Role, OrganisationID }) => Role === SEED.roles.iqa && OrganisationID !== 5750,
		);
		expect(json.map(({ ID, Email }) => [ID, Email])).toEqual(iqas.map(({ ID, Email }) => [ID, Email]));
		expect(json[0]).not.toHaveProperty('NINO');
		const raw = await n8n.run('operation', { node: { parameters: { ...all, simplify: false } } });
		expect(raw.json[0]).toHaveProperty('NINO');
	});

	test('without them the search is all that is asked', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('operation', { node: { parameters: { ...all, fullRecords: false } } });
		expect(Object.keys(callCounts(sandbox)).filter((call) => /GET \/User/.test(call))).toEqual([]);
	});

	test('a record that OneFile refuses is said, not skipped', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: { method: 'GET', path: '/User/122709' },
			times: 99,
			do: 'status',
			status: 403,
		});
		const { error } = await n8n.run('operation', { node: { parameters: all } });
		expect(error.message).toContain('get the user with the id 122709');
	});
});

describe('what Full Records costs is said before the run', () => {
	const { hints } = new OneFile().description;
	const shown = (parameter) =>
		hints
			.filter(({ message }) => message.includes('Full Records'))
			.filter(({ displayCondition }) => {
				const condition = displayCondition.slice('={{'.length, -'}}'.length);
				return new Function('$parameter', `return ${condition}`)(parameter);
			})
			.map(({ message, whenToDisplay }) => [message.match(/itself: (.*) beside/)[1], whenToDisplay]);
	const full = { operation: 'getAll', fullRecords: true };

	test.each([
		[{ ...full, limit: 50 }, 'up to 100 calls'],
		[{ ...full, limit: 100 }, 'up to 100 calls'],
		[{ ...full, limit: 101 }, 'up to 300 calls'],
		[{ ...full, limit: 9999 }, 'more than 5000 calls'],
		[{ ...full, returnAll: true, limit: 50 }, 'as many calls as there are records'],
	])('%p', (parameter, calls) => {
		expect(shown(parameter)).toEqual([[calls, 'beforeExecution']]);
	});

	test.each([
		{ operation: 'getAll', limit: 50 },
		{ operation: 'get', fullRecords: true, limit: 50 },
	])('not with %p', (parameter) => {
		expect(shown(parameter)).toEqual([]);
	});
});
