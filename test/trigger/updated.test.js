'use strict';

const { connect } = require('../engine/connect');
const { activate } = require('../engine/poll');
const { HOUR, MINUTE, careLearner, ids, office, pass } = require('./happenings');

const UPDATED = { event: 'userUpdated' };

test('a change is sent once', async () => {
	const { sandbox, n8n } = await connect();
	const people = await office(sandbox);
	await people.changes(careLearner(1));
	const trigger = await activate(n8n, UPDATED);
	expect(await trigger.poll()).toEqual([]);
	await people.changes(careLearner(2), { LastName: 'Changed' });
	expect(await trigger.poll()).toEqual([
		expect.objectContaining({ event: 'userUpdated', ID: careLearner(2), LastName: 'Changed' }),
	]);
	expect(await trigger.poll()).toEqual([]);
	await people.changes(careLearner(1));
	await people.changes(careLearner(2));
	expect(ids(await trigger.poll())).toEqual([careLearner(1), careLearner(2)]);
	expect(await trigger.poll()).toEqual([]);
});

test('several changes of one person between two polls are one event, with the last', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, UPDATED);
	const people = await office(sandbox);
	await people.changes(careLearner(1), { LastName: 'First' });
	await people.changes(careLearner(1), { LastName: 'Second' });
	expect(await trigger.poll()).toEqual([expect.objectContaining({ LastName: 'Second' })]);
	expect(await trigger.poll()).toEqual([]);
});

test('being created is not an update; what changes afterwards is', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, UPDATED);
	const people = await office(sandbox);
	const seen = await people.enrols();
	expect(await trigger.poll()).toEqual([]);
	await people.changes(seen);
	expect(ids(await trigger.poll())).toEqual([seen]);

	const unseen = await people.enrols();
	const byHand = await people.enrols({ CreatedOn: '2020-01-01T09:30:00.000Z' });
	pass(sandbox, MINUTE);
	await people.changes(unseen);
	const sent = ids(await trigger.poll());
	expect(sent).toContain(unseen);
	expect(sent).not.toContain(byHand);
	await people.changes(byHand);
	expect(ids(await trigger.poll())).toEqual([byHand]);
	pass(sandbox, HOUR);
	await people.changes(seen);
	expect(ids(await trigger.poll())).toEqual([seen]);
});

test('the choice of classroom follows the record as it is now', async () => {
	const { sandbox, n8n } = await connect();
	const { ClassroomID } = sandbox.state.users.get(careLearner(1));
	const trigger = await activate(n8n, {
		...UPDATED,
		classroom: { __rl: true, mode: 'id', value: String(ClassroomID) },
	});
	const others = [2, 3, 4, 5, 6]
		.map(careLearner)
		.filter((id) => sandbox.state.users.get(id).ClassroomID !== ClassroomID);
	const people = await office(sandbox);
	await people.changes(careLearner(1));
	await people.changes(others[0]);
	expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
	await people.changes(others[0], { ClassroomID });
	expect(ids(await trigger.poll())).toEqual([others[0]]);
});
