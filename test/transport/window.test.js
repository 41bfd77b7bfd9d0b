'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect, credentialFor, logins } = require('../engine/connect');
const { startEngine } = require('../engine/engine');
const { until } = require('./until');

const WINDOW = 800;
const LIMIT = 100;
compressTime(WINDOW);

const people = (count) =>
	Array.from({ length: count }, (_, index) => ({ id: SEED.learners.firstId + index }));
const windowOf = (sandbox) => sandbox.log.maxInAnyWindow(WINDOW, { withRefused: true });

/** A sandbox that counts and refuses nothing: what it sees is the node's own restraint. */
const watch = async (credential) =>
	await connect({ windowMs: WINDOW }, { requestsPerMinute: LIMIT, ...credential });

test('250 calls: never more than the limit in any window, the log-in included, and every item answered', async () => {
	const { sandbox, n8n } = await watch();
	const { json } = await n8n.run('promise-window-never-exceeded', { items: people(250) });
	expect(json.map(({ ID }) => ID)).toEqual(people(250).map(({ id }) => id));
	expect(sandbox.log.calls()).toHaveLength(250 + 2);
	expect(windowOf(sandbox)).toBeLessThanOrEqual(LIMIT);
});

test('two executions at once share one limit', async () => {
	const { sandbox, n8n } = await watch();
	const [one, other] = await Promise.all([
		n8n.run('promise-window-never-exceeded', { items: people(60) }),
		n8n.run('promise-window-never-exceeded', { items: people(120).slice(60) }),
	]);
	expect([one.json.length, other.json.length]).toEqual([60, 60]);
	expect(sandbox.log.calls()).toHaveLength(120 + 2);
	expect(windowOf(sandbox)).toBeLessThanOrEqual(LIMIT);
});

test('two credentials for one account share one limit', async () => {
	const { sandbox, n8n } = await watch();
	const second = await startEngine({
		...credentialFor(sandbox),
		requestsPerMinute: LIMIT,
		apiVersion: 'v2.1',
		organisationId: 5740,
	});
	await Promise.all([
		n8n.run('promise-window-never-exceeded', { items: people(60) }),
		second.run('promise-window-never-exceeded', { items: people(60) }),
	]);
	expect(sandbox.log.calls({ version: 'v2.1' }).length).toBeGreaterThan(60);
	expect(windowOf(sandbox)).toBeLessThanOrEqual(LIMIT);
});

test("another account does not wait for this one's limit", async () => {
	const { n8n } = await watch();
	const { sandbox: elsewhere, n8n: other } = await watch();
	const busy = n8n.begin('promise-window-never-exceeded', { items: people(150) });
	await other.run('promise-window-never-exceeded', { items: people(LIMIT - 10) });
	expect(elsewhere.log.calls()).toHaveLength(LIMIT - 10 + 2);
	expect(await Promise.race([busy.finished, 'still waiting'])).toBe('still waiting');
	busy.stop();
	await busy.finished;
});

test('lists of the editor and the Test button count, and do not wait behind a long list', async () => {
	const { sandbox, n8n } = await watch();
	const long = n8n.begin('promise-window-never-exceeded', { items: people(150) });
	await until(() => sandbox.log.calls().length >= LIMIT - 10);
	const asked = sandbox.log.calls().length;
	const { results } = await n8n.list('searchClassrooms', {
		parameters: { organisation: { mode: 'id', value: '5740' } },
	});
	expect(results.length).toBeGreaterThan(0);
	expect(await n8n.test()).toMatchObject({ status: 'OK' });
	const before = sandbox.log.calls().findIndex(({ path }) => /Classroom/.test(path));
	expect(before).toBeLessThan(asked + LIMIT);
	expect((await long.finished).json).toHaveLength(150);
	expect(windowOf(sandbox)).toBeLessThanOrEqual(LIMIT);
});

test('a session that dies in the middle: its repeated calls take their turn too', async () => {
	const { sandbox, n8n } = await watch();
	const run = n8n.begin('promise-window-never-exceeded', { items: people(150) });
	await until(() => sandbox.log.calls().length >= LIMIT / 2);
	sandbox.control.revokeSessions();
	expect((await run.finished).json).toHaveLength(150);
	expect(sandbox.log.calls({ status: 401 }).length).toBeGreaterThan(0);
	expect(logins(sandbox)).toBe(2);
	expect(windowOf(sandbox)).toBeLessThanOrEqual(LIMIT);
});

test('a limit that is lowered counts the calls that went out before', async () => {
	const { sandbox, n8n } = await watch();
	await n8n.run('promise-window-never-exceeded', { items: people(60) });
	n8n.changeCredential({ requestsPerMinute: 50 });
	const lowered = sandbox.log.calls().at(-1);
	await n8n.run('promise-window-never-exceeded', { items: people(10) });
	const next = sandbox.log.calls({ since: lowered.n })[0];
	expect(next.at - sandbox.log.calls()[0].at).toBeGreaterThanOrEqual(WINDOW);
});

test('a run that was stopped leaves the queue at once', async () => {
	const { sandbox, n8n } = await watch({ requestsPerMinute: 20 });
	const run = n8n.begin('promise-window-never-exceeded', { items: people(90) });
	await until(() => sandbox.log.calls().length >= 18);
	run.stop();
	const { status } = await run.finished;
	expect(status).toBe('canceled');
	await n8n.run('promise-window-never-exceeded', { items: people(100).slice(95) });
	expect(sandbox.log.calls().length).toBeLessThan(20 + 5 + 10);
});

test('a run that was hardly held says nothing about the limit', async () => {
	const { n8n } = await watch();
	const { hints } = await n8n.run('promise-window-never-exceeded', { items: people(10) });
	expect(hints).toEqual([]);
});
