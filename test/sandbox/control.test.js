'use strict';

const axios = require('axios');
const { startSandbox } = require('../../sandbox');
const { caller } = require('./caller');

describe('control', () => {
	let sandbox;
	let client;
	let control;

	beforeAll(async () => {
		sandbox = await startSandbox({ limit: 1000 });
		control = axios.create({ baseURL: `${sandbox.url}/_sandbox`, validateStatus: () => true });
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		await control.post('/reset');
		client = await caller(sandbox);
	});

	test('the log: every call with its body, in order, and since a number', async () => {
		await client.post('/User/Search/1/5?x=1', { Role: 5 });
		await client.get('/User/9');
		const { data } = await control.get('/log');
		expect(
			data.map(({ method, path, status, version, customer }) => [method, path, status, version, customer]),
		).toEqual([
			['POST', '/Authentication', 200, 'v2.1', 2070],
			['POST', '/User/Search/1/5', 200, 'v2.1', 2070],
			['GET', '/User/9', 404, 'v2.1', 2070],
		]);
		expect(data[1].body).toEqual({ Role: 5 });
		expect((await control.get('/log', { params: { since: data[1].n } })).data).toEqual([data[2]]);
		expect(sandbox.log.calls({ method: 'post', path: /search/i, status: 200, version: 'v2.1' })).toHaveLength(
			1,
		);
		await control.post('/log/clear');
		expect((await control.get('/log')).data).toEqual([]);
	});

	test('stats count statuses, logins and calls in flight', async () => {
		await control.post('/settings', { latencyMs: 50 });
		await Promise.all([client.get('/Customer'), client.get('/Customer'), client.get('/User/9')]);
		expect((await control.get('/stats')).data).toMatchObject({
			calls: 4,
			byStatus: { 200: 3, 404: 1 },
			logins: 1,
			tooMany: 0,
			maxInAnyWindow: 4,
			maxInFlight: 3,
		});
	});

	test('settings are changed all or nothing, and shown', async () => {
		for (const wrong of [
			{ limt: 1 },
			{ retryAfter: 'soon' },
			{ quirks: { emtpySearch: 204 } },
			{ limit: 5, quirks: { order: 'best' } },
		]) {
			expect((await control.post('/settings', wrong)).status).toBe(400);
		}
		expect((await control.get('/settings')).data).toMatchObject({ limit: 1000, quirks: { order: 'id' } });
		expect((await control.post('/settings', { limit: 5, quirks: { order: 'shuffled' } })).data).toMatchObject(
			{ limit: 5 },
		);
		await expect(startSandbox({ latency: 5 })).rejects.toThrow('no setting "latency"');
	});

	test('reset brings back records, settings, clock, faults, and ends sessions', async () => {
		await control.post('/settings', { limit: 5, quirks: { unknownId: 400 } });
		await control.post('/faults', [{ do: 'status', times: 99 }]);
		await control.post('/clock', { advanceMs: 5000 });
		sandbox.state.users.get(200001).FirstName = 'Changed';
		await control.post('/reset');
		expect((await client.get('/Customer')).status).toBe(401);
		client = await caller(sandbox);
		expect((await client.get('/User/200001')).data.FirstName).not.toBe('Changed');
		expect((await client.get('/User/9')).status).toBe(404);
		expect(sandbox.settings.limit).toBe(1000);
		expect(sandbox.clock.offset).toBe(0);
	});

	test('the clock and the sessions', async () => {
		await control.post('/clock', { advanceMs: 24 * 60 * 60 * 1000 });
		expect((await client.get('/Customer')).data.code).toBe(-2);
		client = await caller(sandbox);
		await control.post('/sessions/revoke');
		expect((await client.get('/Customer')).data.code).toBe(-1);
	});

	test('records can be looked at and changed', async () => {
		const found = await control.get('/state/users', { params: { misId: 'l0001' } });
		expect(found.data.map(({ ID, MISID }) => [ID, MISID])).toEqual([[200001, 'L0001']]);
		expect((await control.post('/users/200001', { Progress: 55 })).data.Progress).toBe(55);
		const [aim] = (await control.get('/state/learningAims', { params: { UserID: 200001 } })).data;
		await control.post(`/state/learningAims/${aim.ID}`, { Progress: 81.5 });
		expect((await client.get(`/LearningAim/${aim.ID}`)).data.Progress).toBe(81.5);
		expect((await control.get('/state/nothing')).status).toBe(400);
		expect((await control.post('/users/9', {})).status).toBe(400);
	});

	test('a fault with a status: skip, times, body and headers', async () => {
		const fault = {
			match: { method: 'GET', path: '^/customer$' },
			skip: 1,
			times: 2,
			do: 'status',
			status: 503,
			body: 'busy',
			headers: { 'retry-after': '7' },
		};
		await control.post('/faults', [fault]);
		const answers = [];
		for (let i = 0; i < 4; i++) answers.push(await client.get('/Customer'));
		expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200]);
		expect([answers[1].data, answers[1].headers['retry-after']]).toEqual(['busy', '7']);
		expect((await client.post('/User/Search', { Role: 5 })).status).toBe(200);
	});

	test('html in place of an answer, the login included', async () => {
		sandbox.control.faults([{ match: { path: 'Authentication' }, do: 'html' }]);
		const { status, data } = await client.login();
		expect([status, data]).toEqual([200, expect.stringMatching(/^<!DOCTYPE/)]);
		expect((await client.login()).data).not.toMatch('DOCTYPE');
	});

	test.each([
		['drop-before', 0],
		['drop-after', 1],
	])('%s breaks the connection; %d records made', async (kind, made) => {
		await control.post('/faults', { match: { path: '/Placement' }, do: kind });
		const placement = { OrganisationID: 5740, Name: 'Ghost' };
		await expect(client.post('/Placement', placement)).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(sandbox.control.records('placements', { name: 'ghost' })).toHaveLength(made);
		expect(sandbox.log.calls({ path: '/Placement' })[0].status).toBe(0);
		expect((await client.post('/Placement', placement)).status).toBe(200);
	});

	test('hang never answers, and does not keep the sandbox from closing', async () => {
		const own = await startSandbox();
		own.control.faults({ do: 'hang', match: { path: 'Customer' } });
		const patient = await caller(own);
		await expect(patient.get('/Customer', { timeout: 100 })).rejects.toMatchObject({ code: 'ECONNABORTED' });
		own.control.faults({ do: 'hang' });
		const waiting = patient.get('/Customer').catch(({ code }) => code);
		await waitFor(() => own.log.inFlight === 1 && own.log.calls({ path: '/Customer' }).length === 2);
		await own.close();
		expect(await waiting).toBe('ECONNRESET');
	});

	test('an unknown kind of fault is refused', async () => {
		expect((await control.post('/faults', [{ do: 'explode' }])).status).toBe(400);
	});

	async function waitFor(condition) {
		while (!condition()) await new Promise((resolve) => setImmediate(resolve));
	}
});
