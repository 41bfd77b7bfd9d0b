'use strict';

const { readAccount } = require('../../dist/nodes/OneFile/transport/account');
const { throttleOf } = require('../../dist/nodes/OneFile/transport/throttle');
const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { callCounts, connect, logins } = require('../engine/connect');
const { learnerRow, learnerRows } = require('../engine/learners');
const { until } = require('./until');

const WINDOW = 600;
compressTime(WINDOW);

const people = (count) =>
	Array.from({ length: count }, (_, index) => ({ id: SEED.learners.firstId + index }));
const made = (sandbox) =>
	sandbox.state.users.where(({ MISID }) => /^T\d+$/.test(MISID ?? '') && MISID !== 'T001');

describe('something else uses the account too', () => {
	test.each(['none', 'seconds', 'date'])(
		'Retry-After %s: the refused calls are repeated, nothing is lost, nobody is created twice',
		async (retryAfter) => {
			const { sandbox, n8n } = await connect({ limit: 25, windowMs: WINDOW, retryAfter });
			const node = { onError: 'stopWorkflow' };
			const { json, hints } = await n8n.run('promise-no-lost-item', { items: learnerRows(40), node });
			expect(json.map(({ MISID }) => MISID)).toEqual(learnerRows(40).map(({ misId }) => misId));
			expect(made(sandbox)).toHaveLength(40);
			const { tooMany } = sandbox.control.stats();
			expect(tooMany).toBeGreaterThan(0);
			expect(hints).toEqual([
				expect.objectContaining({
					message: expect.stringContaining(
						`${tooMany} of them had to be repeated because something else uses`,
					),
				}),
			]);
		},
	);

	test('a limit below the one in the credential is learned: the list is not refused call by call', async () => {
		const { sandbox, n8n } = await connect({ limit: 25, windowMs: WINDOW }, { requestsPerMinute: 50 });
		const { json } = await n8n.run('promise-window-never-exceeded', { items: people(75) });
		expect(json).toHaveLength(75);
		// The first burst finds it out; after that only the rare try for more is refused.
		expect(sandbox.control.stats().tooMany).toBeLessThan(40);
	});

	test('the log-in is refused: it is repeated, once for everybody', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: { path: '^/Authentication' },
			do: 'status',
			status: 429,
			headers: { 'retry-after': '1' },
		});
		const { json } = await n8n.run('promise-one-login', { items: people(3) });
		expect(json).toHaveLength(3);
		expect(logins(sandbox)).toBe(2);
		const [refused, repeated] = sandbox.log.calls({ path: '/Authentication' });
		expect(repeated.at - refused.at).toBeGreaterThanOrEqual(1000);
	});
});

describe('others leave no place for the log-in for a long time', () => {
	const refuseLogins = (sandbox, times) =>
		sandbox.control.faults({ match: { path: '^/Authentication' }, times, do: 'status', status: 429 });

	test('a list goes on trying, and no row is lost', async () => {
		const { sandbox, n8n } = await connect();
		refuseLogins(sandbox, 12);
		const { json } = await n8n.run('promise-one-login', { items: people(3) });
		expect(json.map(({ ID }) => ID)).toEqual(people(3).map(({ id }) => id));
		expect(logins(sandbox)).toBe(12 + 1);
	});

	test('somebody at the editor is told', async () => {
		const { sandbox, n8n } = await connect();
		refuseLogins(sandbox, Infinity);
		await expect(n8n.list('searchLearners')).rejects.toThrow(
			'OneFile has answered "too many calls" to the log-in again and again (HTTP 429)',
		);
		expect(logins(sandbox)).toBe(5);
	});
});

describe('after a 429 everybody waits, once', () => {
	/** One call of a run is refused; meanwhile another run and the editor come along. Three seconds are more than a window. */
	async function refuseOne(headers) {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: people(1) });
		sandbox.log.clear();
		sandbox.control.faults({ match: { method: 'GET' }, do: 'status', status: 429, headers });
		const run = n8n.begin('promise-one-login', { items: people(1) });
		await until(() => throttleOf(readAccount(n8n.storedCredential())).waitForList() > 0);
		const elsewhere = people(4).slice(1);
		await Promise.all([
			run.finished,
			n8n.run('promise-one-login', { items: elsewhere }),
			n8n.list('searchLearners'),
		]);
		const [refused, ...others] = sandbox.log.calls();
		expect(others).toHaveLength(1 + 3 + 1);
		expect(others.filter(({ status }) => status !== 200)).toEqual([]);
		return { refused: refused.at, next: others[0].at };
	}

	test('for as many seconds as Retry-After says', async () => {
		const { refused, next } = await refuseOne({ 'retry-after': '3' });
		expect(next - refused).toBeGreaterThanOrEqual(3000);
		expect(next - refused).toBeLessThan(6000);
	});

	test('until the date that Retry-After says', async () => {
		const date = Math.ceil(Date.now() / 1000) * 1000 + 3000;
		const { next } = await refuseOne({ 'retry-after': new Date(date).toUTCString() });
		expect(next).toBeGreaterThanOrEqual(date);
	});

	test('until the window has moved on, when it says nothing', async () => {
		const { refused, next } = await refuseOne({});
		expect(next - refused).toBeGreaterThanOrEqual(WINDOW * 0.5);
		expect(next - refused).toBeLessThan(WINDOW * 5);
	});
});

test('an account that stays used up is given up in words, not for ever', async () => {
	const { sandbox, n8n } = await connect();
	sandbox.control.faults({
		match: { path: '^/User$' },
		times: Infinity,
		do: 'status',
		status: 429,
		headers: { 'retry-after': '0' },
		body: 'Too Many Requests',
	});
	const node = { onError: 'stopWorkflow' };
	const { error } = await n8n.run('promise-no-lost-item', { items: [learnerRow(1)], node });
	expect(error.message).toBe('OneFile did not create the learner: Too Many Requests');
	expect(error.description).toMatch(/other programs.*later/i);
	expect(callCounts(sandbox)['POST /User (429)']).toBeLessThan(100);
	expect(made(sandbox)).toEqual([]);
});
