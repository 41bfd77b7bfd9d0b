'use strict';

const { SEED } = require('../../sandbox');
const { callCounts, connect } = require('../engine/connect');
const { activate } = require('../engine/poll');
const { CARE_CLASSROOMS, HOUR, care, careLearner, ids, office, pass } = require('./happenings');

const CREATED = { event: 'userCreated' };
const inCare = { organisation: { __rl: true, mode: 'id', value: String(care.ID) } };

test('the activation takes the present as the start and sends nothing', async () => {
	const { sandbox, n8n } = await connect();
	await (await office(sandbox)).enrols();
	const trigger = await activate(n8n, CREATED);
	expect(trigger.atActivation).toEqual([]);
	expect(await trigger.poll()).toEqual([]);
});

test('somebody created is sent once, with what OneFile holds about them', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, CREATED);
	const ID = await (await office(sandbox)).enrols({ FirstName: 'Zoë', MISID: 'NEW1' });
	const sent = await trigger.poll();
	expect(sent).toEqual([
		expect.objectContaining({
			event: 'userCreated',
			ID,
			FirstName: 'Zoë',
			MISID: 'NEW1',
			OrganisationID: care.ID,
			Progress: 0,
		}),
	]);
	expect(await trigger.poll()).toEqual([]);
	for (let hour = 0; hour < 3; hour++) {
		pass(sandbox, HOUR);
		expect(await trigger.poll()).toEqual([]);
	}
	await (await office(sandbox)).changes(ID);
	expect(await trigger.poll()).toEqual([]);
});

test('raw: the whole record; simplified: nothing sensitive', async () => {
	const { sandbox, n8n } = await connect();
	const simple = await activate(n8n, CREATED);
	const raw = await activate(n8n, { ...CREATED, simplify: false });
	await (await office(sandbox)).enrols({ NINO: 'QQ123456C' });
	expect((await simple.poll())[0]).not.toHaveProperty('NINO');
	expect((await raw.poll())[0]).toHaveProperty('NINO', 'QQ123456C');
});

test('a learner and an assessor: both, or only the chosen role', async () => {
	const { sandbox, n8n } = await connect();
	const anybody = await activate(n8n, CREATED);
	const assessors = await activate(n8n, { ...CREATED, role: SEED.roles.assessor });
	const people = await office(sandbox);
	const learner = await people.enrols();
	const assessor = await people.hires();
	expect(ids(await anybody.poll())).toEqual([learner, assessor]);
	expect(ids(await assessors.poll())).toEqual([assessor]);
});

test('only the chosen organisation, and only the chosen classroom', async () => {
	const { sandbox, n8n } = await connect();
	const [first, second] = CARE_CLASSROOMS;
	const byName = { __rl: true, mode: 'name', value: second.Name };
	const organisation = await activate(n8n, { ...CREATED, ...inCare });
	const classroom = await activate(n8n, { ...CREATED, ...inCare, classroom: byName });
	const people = await office(sandbox);
	const here = await people.enrols({ ClassroomID: first.ID });
	const there = await people.enrols({ ClassroomID: second.ID });
	const { business } = SEED.organisations;
	await people.hires({ OrganisationID: business.ID });
	expect(ids(await organisation.poll())).toEqual([here, there]);
	expect(ids(await classroom.poll())).toEqual([there]);
});

test('changing somebody does not count as creating them, nor does unarchiving', async () => {
	const { sandbox, n8n } = await connect({ quirks: { hideArchived: true } });
	const people = await office(sandbox);
	await people.archives(careLearner(3));
	const trigger = await activate(n8n, CREATED);
	await people.changes(careLearner(2));
	await people.unarchives(careLearner(3));
	expect(await trigger.poll()).toEqual([]);
});

test('moving into the organisation does not count as being created', async () => {
	const { sandbox, n8n } = await connect();
	const people = await office(sandbox);
	// The newest of all: only a look into the other organisations shows that they are not new.
	const assessor = await people.hires({ OrganisationID: SEED.organisations.business.ID });
	const trigger = await activate(n8n, { ...CREATED, ...inCare });
	await people.changes(assessor, { OrganisationID: care.ID });
	expect(await trigger.poll()).toEqual([]);
});

test('a date of creation written by hand changes nothing', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, CREATED);
	const ID = await (await office(sandbox)).enrols({ CreatedOn: '2020-01-01T09:30:00.000Z' });
	expect(ids(await trigger.poll())).toEqual([ID]);
});

test('created and changed before the poll: sent once, as they are now', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, CREATED);
	const people = await office(sandbox);
	const ID = await people.enrols();
	pass(sandbox, HOUR);
	await people.changes(ID, { LastName: 'Married' });
	expect(await trigger.poll()).toEqual([expect.objectContaining({ ID, LastName: 'Married' })]);
	await people.changes(ID);
	expect(await trigger.poll()).toEqual([]);
});

test('a poll that finds nothing is one call; changes of others cost one read', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, CREATED);
	const people = await office(sandbox);
	sandbox.log.clear();
	await trigger.poll();
	expect(callCounts(sandbox)).toEqual({ 'POST /User/Search': 1 });
	for (const number of [1, 2, 3, 4, 5]) await people.changes(careLearner(number));
	sandbox.log.clear();
	await trigger.poll();
	expect(sandbox.log.calls({ method: 'GET' })).toHaveLength(1);
});
