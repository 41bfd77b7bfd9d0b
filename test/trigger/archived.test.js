'use strict';

const { SEED } = require('../../sandbox');
const { connect } = require('../engine/connect');
const { activate } = require('../engine/poll');
const { HOUR, care, careLearner, ids, office, pass } = require('./happenings');

const ARCHIVED = { event: 'userArchived', organisation: { __rl: true, mode: 'id', value: String(care.ID) } };

describe('records say who is archived', () => {
	const quirks = { showArchived: true };

	test('sent once, and again only after being unarchived', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		const trigger = await activate(n8n, ARCHIVED);
		const people = await office(sandbox);
		await people.archives(careLearner(1));
		await people.changes(careLearner(2));
		expect(await trigger.poll()).toEqual([
			expect.objectContaining({ event: 'userArchived', ID: careLearner(1), Archived: true }),
		]);
		expect(await trigger.poll()).toEqual([]);
		await people.changes(careLearner(1));
		expect(await trigger.poll()).toEqual([]);
		await people.unarchives(careLearner(1));
		expect(await trigger.poll()).toEqual([]);
		await people.archives(careLearner(1));
		expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
	});

	test('somebody who was archived before the start and changes now is not sent', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		const people = await office(sandbox);
		await people.archives(careLearner(1));
		pass(sandbox, HOUR);
		const trigger = await activate(n8n, ARCHIVED);
		await people.changes(careLearner(1));
		expect(await trigger.poll()).toEqual([]);
	});

	test('somebody who was archived before the start and moves away is not sent', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		await (await office(sandbox)).archives(careLearner(1));
		const trigger = await activate(n8n, ARCHIVED);
		sandbox.control.changeUser(careLearner(1), { OrganisationID: SEED.organisations.business.ID });
		expect(await trigger.poll()).toEqual([]);
	});

	test('somebody created and archived after the start is sent', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		const trigger = await activate(n8n, ARCHIVED);
		const people = await office(sandbox);
		const ID = await people.enrols();
		await people.archives(ID);
		expect(ids(await trigger.poll())).toEqual([ID]);
	});

	test('also when searches leave archived people out', async () => {
		const { sandbox, n8n } = await connect({ quirks: { ...quirks, hideArchived: true } });
		const trigger = await activate(n8n, ARCHIVED);
		await (await office(sandbox)).archives(careLearner(1));
		expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
		expect(await trigger.poll()).toEqual([]);
	});
});

describe('searches leave archived people out, records say nothing', () => {
	const quirks = { hideArchived: true };

	test('sent once, and again after being unarchived', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		const trigger = await activate(n8n, ARCHIVED);
		const people = await office(sandbox);
		await people.archives(careLearner(1));
		expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
		expect(await trigger.poll()).toEqual([]);
		await people.unarchives(careLearner(1));
		expect(await trigger.poll()).toEqual([]);
		await people.archives(careLearner(1));
		expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
	});

	test('whoever moved to another organisation is not archived', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		const trigger = await activate(n8n, ARCHIVED);
		sandbox.control.changeUser(careLearner(1), { OrganisationID: SEED.organisations.business.ID });
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('whoever is not there at all any more is not archived', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		const trigger = await activate(n8n, ARCHIVED);
		// Gone from searches and from under its id: the sandbox cannot delete, but somebody else's records look so.
		sandbox.control.changeUser(careLearner(1), { OrganisationID: SEED.organisations.other.ID });
		expect(await trigger.poll()).toEqual([]);
	});

	test('a list that comes back empty archives nobody', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		const trigger = await activate(n8n, ARCHIVED);
		sandbox.control.faults({ match: { path: '/User/Search/' }, times: 1000, do: 'status', status: 204 });
		expect(await trigger.poll()).toEqual([]);
		sandbox.control.faults([]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('a list that breaks off early archives nobody', async () => {
		const { sandbox, n8n } = await connect({ quirks });
		const trigger = await activate(n8n, ARCHIVED);
		sandbox.control.faults({ match: { path: '/User/Search/2/' }, times: 1, do: 'status', status: 204 });
		expect(await trigger.poll()).toEqual([]);
		expect(sandbox.log.calls({ path: /^\/User\/Search\/2\//, status: 204 }).length).toBeGreaterThan(0);
		expect(await trigger.poll()).toEqual([]);
	});
});

test('where neither records nor searches show it, nothing is sent, and one record shows that', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, ARCHIVED);
	expect(sandbox.log.calls({ method: 'GET', path: /^\/User\// })).toHaveLength(1);
	await (await office(sandbox)).archives(careLearner(1));
	expect(await trigger.poll()).toEqual([]);
});
