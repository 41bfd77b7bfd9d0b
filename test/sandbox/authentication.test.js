'use strict';

const { startSandbox, SEED } = require('../../sandbox');
const { caller } = require('./caller');

const HOUR = 60 * 60 * 1000;

describe('authentication', () => {
	let sandbox;
	let client;

	beforeAll(async () => {
		sandbox = await startSandbox({ limit: 10_000 });
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		sandbox.control.reset();
		client = await caller(sandbox);
	});

	test('answers the bare session as text', async () => {
		const { status, data, headers } = await client.login();
		expect(status).toBe(200);
		expect(headers['content-type']).toMatch('text/plain');
		expect(data).toMatch(/^[A-Za-z0-9+/]{250,}={0,2}$/);
	});

	test('sessions begin alike, differ, and do not end one another', async () => {
		const [first, second] = [(await client.login()).data, (await client.login()).data];
		expect(second).not.toBe(first);
		expect(second.slice(0, 60)).toBe(first.slice(0, 60));
		for (const session of [first, second]) {
			expect((await client.get('/Customer', { headers: { 'X-TokenID': session } })).status).toBe(200);
		}
	});

	test('a session serves both versions', async () => {
		const older = await caller(sandbox, { version: 'v2', isLoggedIn: false });
		older.defaults.headers.common['X-TokenID'] = client.defaults.headers.common['X-TokenID'];
		expect((await older.get('/Customer')).data).toEqual({ ID: 2070, Name: 'Northgate Training Group' });
	});

	test('a session ends after 24 hours on the clock of the sandbox', async () => {
		sandbox.clock.advance(24 * HOUR - 60_000);
		expect((await client.get('/Customer')).status).toBe(200);
		sandbox.clock.advance(60_000);
		expect((await client.get('/Customer')).data).toEqual({ code: -2, message: 'The session has expired.' });
		expect((await client.get('/Customer')).status).toBe(401);
	});

	test('revoked, unknown and missing sessions are refused with their own codes', async () => {
		sandbox.control.revokeSessions();
		const revoked = await client.get('/Customer');
		const unknown = await client.get('/Customer', { headers: { 'X-TokenID': 'nonsense' } });
		const missing = await client.get('/Customer', { headers: { 'X-TokenID': '' } });
		expect([revoked, unknown, missing].map(({ status, data }) => [status, data.code])).toEqual([
			[401, -1],
			[401, -1],
			[401, -4],
		]);
	});

	test.each([
		[401, 401],
		[403, 403],
		['code', 400],
	])('quirk badSession %s', async (badSession, status) => {
		sandbox.control.changeSettings({ quirks: { badSession } });
		sandbox.control.revokeSessions();
		expect((await client.get('/Customer')).status).toBe(status);
	});

	test.each([
		[401, 401, /not valid/],
		[400, 400, /not valid/],
		[403, 403, /not valid/],
		['html', 401, /^<!DOCTYPE html>/],
		['empty', 401, /^""$/],
	])('quirk badToken %s', async (badToken, status, body) => {
		sandbox.control.changeSettings({ quirks: { badToken } });
		const stranger = await caller(sandbox, { token: 'no-such-token', isLoggedIn: false });
		const answer = await stranger.login();
		expect(answer.status).toBe(status);
		expect(
			typeof answer.data === 'string' && answer.data ? answer.data : JSON.stringify(answer.data),
		).toMatch(body);
	});

	test.each([
		['quoted', /^"[^"]+"$/],
		['newline', /^\S+\r\n$/],
		['html', /^<!DOCTYPE/],
		['empty', /^$/],
	])('quirk sessionBody %s', async (sessionBody, form) => {
		sandbox.control.changeSettings({ quirks: { sessionBody } });
		const { data } = await client.post('/Authentication', null, {
			headers: { 'X-CustomerToken': SEED.customerToken },
			transformResponse: (text) => text,
		});
		expect(data).toMatch(form);
	});

	test('quirk sessionBody header', async () => {
		sandbox.control.changeSettings({ quirks: { sessionBody: 'header' } });
		const { data, headers } = await client.login();
		expect(data).toBe('');
		expect((await client.get('/Customer', { headers: { 'X-TokenID': headers['x-tokenid'] } })).status).toBe(
			200,
		);
	});

	test('the log keeps the last six characters of a session and never a token', async () => {
		await client.get('/Customer');
		const session = client.defaults.headers.common['X-TokenID'];
		const text = JSON.stringify((await client.get(`${sandbox.url}/_sandbox/log`)).data);
		expect(sandbox.log.calls({ path: '/Customer' })[0].session).toBe(session.slice(-6));
		expect(text).toContain(session.slice(-6));
		expect(text).not.toContain(session.slice(0, 60));
		expect(text).not.toContain(SEED.customerToken);
	});

	test('a customer sees only what is its own', async () => {
		const other = await caller(sandbox, { token: SEED.otherCustomer.token });
		expect((await other.post('/Organisation/Search')).data.map(({ ID }) => ID)).toEqual([5750]);
		expect((await other.get('/User/200001')).status).toBe(404);
		expect((await other.get('/Standard/301')).status).toBe(404);
		expect((await other.post('/User/Search', { OrganisationID: 5740 })).data.code).toBe(-11);
		expect((await other.post('/User/Search', {})).status).toBe(204);
	});

	test('more customers can be had', async () => {
		const own = await startSandbox({ customers: [{ token: 'third-token', name: 'Third' }] });
		const third = await caller(own, { token: 'third-token' });
		expect((await third.get('/Customer')).data.Name).toBe('Third');
		expect((await third.post('/Organisation/Search')).data).toHaveLength(1);
		await own.close();
	});
});
