'use strict';

const { connect, credentialFor } = require('../engine/connect');
const { startEngine } = require('../engine/engine');
const { activate } = require('../engine/poll');
const { HOUR, MINUTE, care, careLearner, ids, office, pass, sorted, until } = require('./happenings');

const EVENTS = ['userCreated', 'userUpdated', 'learnerProgress', 'userArchived'];
const organisation = (id) => ({ organisation: { __rl: true, mode: 'id', value: String(id) } });

test.each(EVENTS)('%s: what happened before the activation is never sent', async (event) => {
	const { sandbox, n8n } = await connect({ quirks: { showArchived: true } }, { organisationId: care.ID });
	const people = await office(sandbox);
	await people.enrols();
	await people.changes(careLearner(1));
	await people.archives(careLearner(2));
	sandbox.control.changeUser(careLearner(3), { Progress: 77 });
	const trigger = await activate(n8n, { event });
	expect(trigger.atActivation).toEqual([]);
	expect(await trigger.poll()).toEqual([]);
	pass(sandbox, HOUR);
	expect(await trigger.poll()).toEqual([]);
});

test('people are created while the workflow is being activated: whoever comes after it is sent, nobody twice', async () => {
	const { sandbox, n8n } = await connect({ latencyMs: 5 });
	const people = await office(sandbox);
	const before = await people.enrols();
	const during = [];
	let activated = false;
	const busy = (async () => {
		while (!activated) during.push(await people.enrols());
	})();
	const trigger = await activate(n8n, { event: 'userCreated' });
	activated = true;
	await busy;
	const after = [await people.enrols(), await people.enrols()];
	const sent = ids(await trigger.poll());
	expect(during.length).toBeGreaterThan(5);
	expect(trigger.atActivation).toEqual([]);
	expect(sent).toEqual(expect.arrayContaining(after));
	expect(sent).not.toContain(before);
	// Of those in between, the later ones: none is left out after the first that was sent.
	expect(sorted(sent)).toEqual([...during, ...after].slice(-sent.length));
	expect(await trigger.poll()).toEqual([]);
});

test('an account so large that an activation would take too long: it begins all the same, once', async () => {
	const { sandbox, n8n } = await connect({ latencyMs: 30 });
	const activating = activate(n8n, { event: 'userCreated' });
	await until(() => sandbox.log.calls({ path: /^\/User\/Search\/3\// }).length > 0);
	pass(sandbox, MINUTE);
	const trigger = await activating;
	expect(trigger.atActivation).toEqual([]);
	expect(trigger.stored).not.toContain('highestId');
	// The next poll finds the beginning done and does not make another.
	expect(await trigger.poll()).toEqual([]);
	expect(trigger.remembered()).toContain('highestId');
	expect(sandbox.log.calls({ path: /^\/User\/Search\/3\// })).toHaveLength(1);
	const ID = await (await office(sandbox)).enrols();
	expect(ids(await trigger.poll())).toEqual([ID]);
});

test('an activation that fails says why, and the next one begins anew', async () => {
	const { sandbox, n8n } = await connect({}, { customerToken: 'not-the-token' });
	await expect(activate(n8n, { event: 'userCreated' })).rejects.toThrow(/token/i);
	const other = await startEngine(credentialFor(sandbox));
	const places = { __rl: true, mode: 'name', value: 'Nowhere' };
	const nowhere = { event: 'userCreated', ...organisation(5741), classroom: places };
	await expect(activate(other, nowhere)).rejects.toThrow(
		"No classroom with the name 'Nowhere' in organisation 5741",
	);
	const trigger = await activate(other, { event: 'userCreated' });
	const ID = await (await office(sandbox)).enrols();
	expect(ids(await trigger.poll())).toEqual([ID]);
});

test.each([
	['event', { event: 'userCreated' }],
	['role', { event: 'userUpdated', role: 5 }],
	['organisation', { event: 'userUpdated', ...organisation(5741) }],
])('another %s is another beginning', async (_, parameters) => {
	const { sandbox, n8n } = await connect();
	const people = await office(sandbox);
	const trigger = await activate(n8n, { event: 'userUpdated' });
	await people.changes(careLearner(1));
	await people.changes(122715);
	const changed = await activate(n8n, parameters, { stored: trigger.stored });
	expect(changed.atActivation).toEqual([]);
	expect(await changed.poll()).toEqual([]);
});

test('another account is another beginning', async () => {
	const { n8n } = await connect();
	const trigger = await activate(n8n, { event: 'userUpdated' });
	const other = await connect();
	other.sandbox.control.changeUser(careLearner(1), { Telephone: '1' });
	const moved = await trigger.restart(other.n8n);
	expect(moved.atActivation).toEqual([]);
});

test('an account that has to name its organisation can', async () => {
	const { sandbox, n8n } = await connect(
		{ quirks: { searchWithoutOrganisation: 'refuse' } },
		{ organisationId: 5741 },
	);
	const trigger = await activate(n8n, { event: 'userCreated' });
	const ID = await (await office(sandbox)).enrols();
	expect(ids(await trigger.poll())).toEqual([ID]);
});
