'use strict';

const { SEED } = require('../../sandbox');
const { connect } = require('../engine/connect');
const { activate, inEditor } = require('../engine/poll');
const { CARE_CLASSROOMS, careLearner, ids, office } = require('./happenings');

test('a test run shows who changed last, without remembering anything', async () => {
	const { sandbox, n8n } = await connect();
	await (await office(sandbox)).changes(careLearner(1), { LastName: 'Latest' });
	const editor = inEditor(n8n, { event: 'userUpdated' });
	expect(await editor.test()).toEqual([
		expect.objectContaining({ event: 'userUpdated', ID: careLearner(1), LastName: 'Latest' }),
	]);
	expect(editor.remembered()).toBe('{}');
});

test('nobody changed for a month: somebody all the same', async () => {
	const { n8n } = await connect();
	const [shown] = await inEditor(n8n, { event: 'learnerProgress' }).test();
	expect(shown).toMatchObject({ event: 'learnerProgress', Role: SEED.roles.learner, previousProgress: null });
});

test('the sample is within the chosen role and classroom', async () => {
	const { sandbox, n8n } = await connect();
	const people = await office(sandbox);
	await people.enrols({ ClassroomID: CARE_CLASSROOMS[1].ID });
	const ID = await people.enrols({ ClassroomID: CARE_CLASSROOMS[0].ID });
	await people.enrols({ ClassroomID: CARE_CLASSROOMS[1].ID });
	await people.hires();
	const classroom = { __rl: true, mode: 'id', value: String(CARE_CLASSROOMS[0].ID) };
	const editor = inEditor(n8n, { event: 'userCreated', role: SEED.roles.learner, classroom });
	expect(ids(await editor.test())).toEqual([ID]);
});

test('nobody to show is said in words', async () => {
	const { n8n } = await connect();
	const organisation = { __rl: true, mode: 'id', value: String(SEED.organisations.care.ID) };
	const nobody = inEditor(n8n, { event: 'userCreated', role: SEED.roles.traineeAssessor, organisation });
	await expect(nobody.test()).rejects.toMatchObject({
		message: 'There is nobody to show',
		description: expect.stringContaining("'Role' and 'Organisation'"),
	});
});

test('a test run of an active workflow takes nothing away from its polls', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, { event: 'userUpdated' });
	await (await office(sandbox)).changes(careLearner(1));
	expect(ids(await trigger.test())).toEqual([careLearner(1)]);
	expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
	expect(ids(await trigger.test())).toEqual([careLearner(1)]);
	expect(await trigger.poll()).toEqual([]);
});
