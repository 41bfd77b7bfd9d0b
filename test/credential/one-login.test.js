'use strict';

const { SEED } = require('../../sandbox');
const { callCounts, connect, credentialFor, logins } = require('../engine/connect');
const { startEngine } = require('../engine/engine');
const { learnerRow, learnerRows } = require('../engine/learners');

const HOUR = 3_600_000;
const people = (count) =>
	Array.from({ length: count }, (_, index) => ({ id: SEED.learners.firstId + index }));

const realNow = Date.now;
let ahead = 0;

/** Time goes by for this side and for the sandbox alike. */
function pass(sandbox, ms) {
	ahead += ms;
	Date.now = () => realNow() + ahead;
	sandbox.clock.advance(ms);
}
afterEach(() => {
	ahead = 0;
	Date.now = realNow;
});

test('three executions in a day make one log-in', async () => {
	const { sandbox, n8n } = await connect();
	for (let execution = 1; execution <= 3; execution++) {
		const { status } = await n8n.run('promise-one-login', { items: people(5) });
		expect(status).toBe('success');
		pass(sandbox, 7 * HOUR);
	}
	expect(logins(sandbox)).toBe(1);
});

test('fifty items at once with no session: one log-in', async () => {
	const { sandbox, n8n } = await connect();
	const { json } = await n8n.run('promise-one-login', { items: people(50) });
	expect(json).toHaveLength(50);
	expect(logins(sandbox)).toBe(1);
	expect(sandbox.log.calls({ status: 401 })).toEqual([]);
});

test('two executions and a list of the editor at the same moment: one log-in', async () => {
	const { sandbox, n8n } = await connect();
	await Promise.all([
		n8n.run('promise-one-login', { items: people(20) }),
		n8n.run('promise-one-login', { items: people(20) }),
		n8n.list('searchUsers'),
	]);
	expect(logins(sandbox)).toBe(1);
});

test('after n8n restarts the stored session is used again', async () => {
	const { sandbox, n8n } = await connect();
	await n8n.run('promise-one-login', { items: people(1) });

	const stored = n8n.storedCredential();
	jest.resetModules();
	const restarted = await require('../engine/engine').startEngine(stored);
	const { status } = await restarted.run('promise-one-login', { items: people(5) });
	expect(status).toBe('success');
	expect(logins(sandbox)).toBe(1);
	expect(sandbox.log.calls({ status: 401 })).toEqual([]);
});

describe('a session that died early', () => {
	test.each([401, 403, 'code'])(
		'answered with %s: fifty items, one log-in, no item lost, nobody created twice',
		async (badSession) => {
			const { sandbox, n8n } = await connect({ quirks: { badSession } });
			await n8n.run('promise-no-lost-item', { items: [learnerRow(0)] });
			sandbox.control.revokeSessions();
			sandbox.log.clear();

			const { json, refused } = await n8n.run('promise-no-lost-item', { items: learnerRows(50) });
			expect(refused).toEqual([]);
			expect(json.map(({ MISID }) => MISID)).toEqual(learnerRows(50).map(({ misId }) => misId));
			expect(logins(sandbox)).toBe(1);
			expect(callCounts(sandbox)['POST /User']).toBe(50);
		},
	);

	test('in the middle of the list: the calls on their way are repeated, the rest take the new session', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: { method: 'POST', path: '^/User$' },
			skip: 20,
			do: 'status',
			status: 401,
			body: { code: -1, message: 'Invalid session.' },
		});
		const { json, refused } = await n8n.run('promise-no-lost-item', { items: learnerRows(50) });
		expect(refused).toEqual([]);
		expect(new Set(json.map(({ ID }) => ID)).size).toBe(50);
		expect(logins(sandbox)).toBe(2);
		expect(sandbox.state.users.where(({ MISID }) => /^T\d+$/.test(MISID ?? ''))).toHaveLength(50 + 1);
	});
});

describe('before its 24 hours end', () => {
	test('a session is renewed: no call is wasted on a dead one', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: people(1) });
		pass(sandbox, 23.5 * HOUR);
		sandbox.log.clear();
		await n8n.run('promise-one-login', { items: people(10) });
		expect(callCounts(sandbox)).toMatchObject({ 'POST /Authentication': 1 });
		expect(sandbox.log.calls({ status: 401 })).toEqual([]);
	});

	test('also when n8n was off in between', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: people(1) });
		const stored = n8n.storedCredential();
		jest.resetModules();
		const restarted = await require('../engine/engine').startEngine({
			...stored,
			sessionIssuedAt: Date.now() - 23.5 * HOUR,
		});
		sandbox.log.clear();
		await restarted.run('promise-one-login', { items: people(10) });
		expect(logins(sandbox)).toBe(1);
		expect(sandbox.log.calls({ status: 401 })).toEqual([]);
	});

	test('but not after 22 hours', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: people(1) });
		pass(sandbox, 22 * HOUR);
		await n8n.run('promise-one-login', { items: people(10) });
		expect(logins(sandbox)).toBe(1);
	});
});

describe('a changed credential never reuses the old session', () => {
	const usedSessions = (sandbox) => new Set(sandbox.log.calls().flatMap(({ session }) => session ?? []));

	test('another customer token', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: people(1) });
		n8n.changeCredential({ customerToken: sandbox.otherCustomerToken });
		sandbox.log.clear();
		await n8n.run('user-getAll', { node: { parameters: { organisation: { mode: 'id', value: '5750' } } } });
		expect(logins(sandbox)).toBe(1);
		expect(new Set(sandbox.log.calls().map(({ customer }) => customer))).toEqual(
			new Set([SEED.otherCustomer.ID]),
		);
		expect(n8n.storedCredential().customerName).toBe(SEED.otherCustomer.Name);
	});

	test('another API version', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: people(1) });
		const before = usedSessions(sandbox);
		n8n.changeCredential({ apiVersion: 'v2.1' });
		sandbox.log.clear();
		await n8n.run('promise-one-login', { items: people(1) });
		expect(logins(sandbox)).toBe(1);
		expect(sandbox.log.calls({ version: 'v2' })).toEqual([]);
		for (const session of usedSessions(sandbox)) expect(before).not.toContain(session);
	});

	test('another environment: the session of one place is never shown to another', async () => {
		const { sandbox: practice, n8n } = await connect();
		const { sandbox: live } = await connect();
		live.state.customers.get(SEED.customer.ID).token = practice.customerToken;
		await n8n.run('promise-one-login', { items: people(1) });
		n8n.changeCredential({ baseUrl: live.apiUrl });
		await n8n.run('promise-one-login', { items: people(1) });
		expect(logins(live)).toBe(1);
		for (const session of usedSessions(live)) expect(usedSessions(practice)).not.toContain(session);
		expect(live.log.calls({ status: 401 })).toEqual([]);
	});
});

describe('a refusal is not a reason to log in again and again', () => {
	test('a wrong token with 150 rows: one log-in, every row says why, and the next execution does not try again', async () => {
		const { sandbox, n8n } = await connect({}, { customerToken: 'mistyped' });
		const { json } = await n8n.run('promise-continue-on-fail', { items: learnerRows(150) });
		expect(json).toHaveLength(150);
		for (const { error } of json) expect(error).toMatch(/^Row \d+: OneFile refused the customer token/);
		await n8n.run('promise-continue-on-fail', { items: learnerRows(2) });
		expect(callCounts(sandbox)).toEqual({ 'POST /Authentication (401)': 1 });
	});

	test('the right token is tried at once after a wrong one', async () => {
		const { sandbox, n8n } = await connect({}, { customerToken: 'mistyped too' });
		await n8n.run('promise-one-login', { items: people(2) });
		n8n.changeCredential({ customerToken: sandbox.customerToken });
		const { status } = await n8n.run('promise-one-login', { items: people(2) });
		expect(status).toBe('success');
	});

	test('403 as a missing permission: one more log-in shows it, for fifty rows and for the next execution too', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: people(1) });
		sandbox.control.faults({
			match: { method: 'GET', path: '^/User/' },
			times: Infinity,
			do: 'status',
			status: 403,
		});
		sandbox.log.clear();
		const node = { onError: 'continueRegularOutput' };
		const first = await n8n.run('promise-one-login', { items: people(50), node });
		expect(first.json[49].error).toMatch(/^Row 50: OneFile did not allow this account to get the user/);
		await n8n.run('promise-one-login', { items: people(50), node });
		expect(logins(sandbox)).toBe(1);
	});

	test('an account without permission for one call goes on making the others', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: { path: `^/User/${people(1)[0].id}$` },
			times: Infinity,
			do: 'status',
			status: 403,
		});
		const { json } = await n8n.run('promise-one-login', {
			items: people(30),
			node: { onError: 'continueRegularOutput' },
		});
		expect(json.filter(({ error }) => error)).toHaveLength(1);
		expect(logins(sandbox)).toBeLessThanOrEqual(2);
	});
});

/** The mechanism of all this, undocumented by n8n: an error of `authenticate` with response status 401 means "log in". */
test("n8n logs in and repeats the request when authenticate throws an error with the answer's status 401", async () => {
	const { sandbox } = await connect();
	const n8n = await startEngine({
		...credentialFor(sandbox),
		sessionToken: 'left over from long ago',
		sessionIssuedAt: 1,
	});
	const { status } = await n8n.run('promise-one-login', { items: people(3) });
	expect(status).toBe('success');
	expect(callCounts(sandbox)).toEqual({
		'POST /Authentication': 1,
		'GET /Customer': 1,
		[`GET /User/${people(3)[0].id}`]: 1,
		[`GET /User/${people(3)[1].id}`]: 1,
		[`GET /User/${people(3)[2].id}`]: 1,
	});
	expect(n8n.storedCredential()).toMatchObject({
		customerName: SEED.customer.Name,
		sessionIssuedAt: expect.any(Number),
	});
	expect(n8n.storedCredential().sessionToken).not.toBe('left over from long ago');
});
