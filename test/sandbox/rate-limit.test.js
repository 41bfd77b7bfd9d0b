'use strict';

const { startSandbox, SEED } = require('../../sandbox');
const { CallLog } = require('../../sandbox/call-log');
const { caller } = require('./caller');

describe('rate limit', () => {
	let sandbox;
	let client;

	beforeAll(async () => {
		sandbox = await startSandbox({ limit: 3 });
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		sandbox.control.reset();
		client = await caller(sandbox);
	});

	const statuses = async (count) => {
		const seen = [];
		for (let i = 0; i < count; i++) seen.push((await client.get('/Customer')).status);
		return seen;
	};

	test('the window slides: each place comes back 60 seconds after its own call', async () => {
		sandbox.clock.advance(30_000);
		expect(await statuses(3)).toEqual([200, 200, 429]);
		// The login is a minute old now, the two other calls are not: a fixed window would give three places.
		sandbox.clock.advance(30_000);
		expect(await statuses(2)).toEqual([200, 429]);
		sandbox.clock.advance(30_000);
		expect(await statuses(3)).toEqual([200, 200, 429]);
	});

	test('the default 429 is plain text without Retry-After, and takes no place', async () => {
		await statuses(2);
		const { status, data, headers } = await client.get('/Customer');
		expect([status, data, headers['retry-after']]).toEqual([429, 'Too Many Requests', undefined]);
		sandbox.clock.advance(59_000);
		await statuses(5);
		sandbox.clock.advance(1_000);
		expect(await statuses(1)).toEqual([200]);
	});

	test('rejectedCount: refused calls keep the window full', async () => {
		sandbox.control.changeSettings({ rejectedCount: true });
		await statuses(2);
		sandbox.clock.advance(59_000);
		await statuses(3);
		sandbox.clock.advance(1_000);
		expect(await statuses(1)).toEqual([429]);
	});

	test('logins and all sessions of a customer count together, other customers for themselves', async () => {
		const second = await caller(sandbox);
		expect((await second.get('/Customer')).status).toBe(200);
		expect((await second.get('/Customer')).status).toBe(429);
		expect((await client.login()).status).toBe(429);
		const other = await caller(sandbox, { token: SEED.otherCustomer.token });
		expect((await other.get('/Customer')).status).toBe(200);
	});

	test('quirk limitScope session: each session for itself', async () => {
		sandbox.control.changeSettings({ quirks: { limitScope: 'session' } });
		const second = await caller(sandbox);
		expect(await statuses(4)).toEqual([200, 200, 200, 429]);
		expect((await second.get('/Customer')).status).toBe(200);
	});

	test('Retry-After in seconds is enough and not a second more', async () => {
		sandbox.control.changeSettings({ retryAfter: 'seconds' });
		sandbox.clock.advance(20_500);
		await statuses(2);
		const wait = Number((await client.get('/Customer')).headers['retry-after']);
		expect(wait).toBe(40);
		sandbox.clock.advance(wait * 1000);
		expect(await statuses(1)).toEqual([200]);
	});

	test('Retry-After looks past the refused calls that count', async () => {
		sandbox.control.changeSettings({ retryAfter: 'seconds', rejectedCount: true });
		await statuses(2);
		sandbox.clock.advance(30_000);
		await statuses(2);
		expect((await client.get('/Customer')).headers['retry-after']).toBe('60');
	});

	test('calls with a dead session count for the customer whose session it was', async () => {
		sandbox.control.revokeSessions();
		expect(await statuses(3)).toEqual([401, 401, 429]);
		expect(sandbox.log.calls({ status: 401 }).map(({ customer }) => customer)).toEqual([2070, 2070]);
	});

	test('Retry-After as a date is on the clock of the Date header', async () => {
		sandbox.control.changeSettings({ retryAfter: 'date' });
		sandbox.clock.advance(7 * 24 * 60 * 60 * 1000 + 1);
		client = await caller(sandbox);
		await statuses(2);
		const { headers } = await client.get('/Customer');
		const wait = Date.parse(headers['retry-after']) - Date.parse(headers.date);
		expect(wait).toBeGreaterThanOrEqual(59_000);
		expect(wait).toBeLessThanOrEqual(62_000);
	});

	test.each([
		['json', { code: -10, message: 'Too Many Requests' }],
		['html', expect.stringMatching(/^<!DOCTYPE/)],
		['empty', ''],
	])('quirk limitBody %s', async (limitBody, body) => {
		sandbox.control.changeSettings({ quirks: { limitBody } });
		await statuses(2);
		expect((await client.get('/Customer')).data).toEqual(body);
	});

	test('the log tells the fullest window, with and without refused calls', async () => {
		await statuses(4);
		expect(sandbox.log.maxInAnyWindow()).toBe(3);
		expect(sandbox.log.maxInAnyWindow(60_000, { withRefused: true })).toBe(5);
		sandbox.clock.advance(60_000);
		await statuses(1);
		expect(sandbox.log.maxInAnyWindow()).toBe(3);
		expect(sandbox.control.stats()).toMatchObject({
			calls: 6,
			tooMany: 2,
			logins: 1,
			byStatus: { 200: 4, 429: 2 },
		});
	});

	test('the fullest window is any window, not one that starts on the minute', () => {
		const log = new CallLog();
		for (const at of [0, 40, 50, 60, 99, 100, 140]) log.open({ at, customer: 1, path: '/' });
		log.open({ at: 60, customer: 2, path: '/' });
		expect(log.maxInAnyWindow(60)).toBe(4);
		expect(log.maxInAnyWindow(61)).toBe(5);
	});

	test('latency is felt by calls that are served', async () => {
		sandbox.control.changeSettings({ latencyMs: 120 });
		await client.get('/Customer');
		await client.get('/Customer');
		await client.get('/Customer');
		const [served, , refused] = sandbox.log.calls({ path: '/Customer' });
		expect(served.ms).toBeGreaterThanOrEqual(115);
		expect(refused.ms).toBeLessThan(115);
	});

	test('jitter scatters the arrivals of calls that were sent together', async () => {
		sandbox.control.changeSettings({ jitterMs: 300, limit: 50 });
		await Promise.all(Array.from({ length: 20 }, () => client.get('/Customer')));
		const arrivals = sandbox.log.calls({ path: '/Customer' }).map(({ at }) => at);
		expect(arrivals).toHaveLength(20);
		expect(arrivals.at(-1) - arrivals[0]).toBeGreaterThan(100);
	});
});
