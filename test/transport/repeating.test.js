'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect } = require('../engine/connect');

// The waits as they are, before time is compressed.
const { MAX_TRIES, backoffMs, retryAfterMs } = jest.requireActual('../../dist/nodes/OneFile/transport/retry');

compressTime();

const learner = { id: SEED.learners.firstId };
const READ = { method: 'GET', path: '^/User/' };
const WRITE = { method: 'POST', path: '^/User/\\d+$' };
const byId = { user: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
const read = { parameters: byId, onError: 'stopWorkflow' };
const change = { parameters: { ...byId, updateFields: { firstName: 'Ana' } }, onError: 'stopWorkflow' };

describe('reads are repeated', () => {
	test.each([
		['502', { do: 'status', status: 502 }],
		['503', { do: 'status', status: 503 }],
		['504', { do: 'status', status: 504 }],
		['a web page with 502', { do: 'html', status: 502 }],
		['a connection that breaks before the answer', { do: 'drop-before' }],
		['a connection that breaks after the work', { do: 'drop-after' }],
	])('after %s', async (_what, fault) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: READ, times: 2, ...fault });
		const { json } = await n8n.run('user-get', { items: [learner], node: read });
		expect(json).toEqual([expect.objectContaining({ ID: learner.id })]);
		expect(sandbox.log.calls(pathOf(READ))).toHaveLength(3);
	});

	test('no more than so often, and then it is said in words', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: READ, times: Infinity, do: 'status', status: 503 });
		const { error } = await n8n.run('user-get', { items: [learner], node: read });
		expect(error.message).toMatch(/^OneFile could not get the user .* just now/);
		expect(sandbox.log.calls(pathOf(READ))).toHaveLength(5);
	});

	test.each([500, 400, 404])('but not after %d, which says something about the call', async (status) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: READ, times: Infinity, do: 'status', status });
		await n8n.run('user-get', { items: [learner], node: read });
		expect(sandbox.log.calls(pathOf(READ))).toHaveLength(1);
	});
});

describe('writes are not repeated when OneFile may have done them', () => {
	test.each([
		['502', { do: 'status', status: 502 }],
		['503', { do: 'status', status: 503 }],
		['504', { do: 'status', status: 504 }],
		['a connection that breaks', { do: 'drop-after' }],
	])('after %s', async (_what, fault) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: WRITE, times: Infinity, ...fault });
		const { error } = await n8n.run('user-update', { items: [learner], node: change });
		expect(error).toBeDefined();
		expect(sandbox.log.calls(pathOf(WRITE))).toHaveLength(1);
	});

	test('but when it provably did not: a write answered 429 is sent until it is taken, and done once', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: WRITE,
			times: 3,
			do: 'status',
			status: 429,
			headers: { 'retry-after': '0' },
		});
		const { error } = await n8n.run('user-update', { items: [learner], node: change });
		expect(error).toBeUndefined();
		expect(sandbox.log.calls(pathOf(WRITE)).map(({ status }) => status >= 400)).toEqual([
			true,
			true,
			true,
			false,
		]);
	});
});

describe('the waits between', () => {
	test('grow, each about twice as long as the one before, and never the same for everybody', () => {
		for (let attempt = 1; attempt < MAX_TRIES; attempt++) {
			const waits = Array.from({ length: 50 }, () => backoffMs(attempt));
			const usual = 500 * 2 ** (attempt - 1);
			expect(Math.min(...waits)).toBeGreaterThanOrEqual(usual * 0.75);
			expect(Math.max(...waits)).toBeLessThanOrEqual(usual * 1.25);
			expect(new Set(waits).size).toBeGreaterThan(40);
		}
	});

	test.each([
		['17', 17_000],
		['0', 0],
		['1.5', 1500],
		['soon', undefined],
		['', undefined],
	])('Retry-After %p', (header, wanted) => {
		expect(retryAfterMs({ 'Retry-After': header })).toBe(wanted);
	});

	test('Retry-After as a date, also one that has passed', () => {
		const inTenSeconds = new Date(Date.now() + 10_000).toUTCString();
		expect(retryAfterMs({ 'retry-after': inTenSeconds })).toBeGreaterThan(8000);
		expect(retryAfterMs({ 'retry-after': inTenSeconds })).toBeLessThanOrEqual(10_000);
		expect(retryAfterMs({ 'retry-after': new Date(0).toUTCString() })).toBe(0);
	});
});

function pathOf({ method, path }) {
	return { method, path: new RegExp(path, 'i') };
}
