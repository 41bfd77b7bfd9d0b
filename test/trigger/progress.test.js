'use strict';

const { compressTime } = require('../engine/compressTime');
const { connect } = require('../engine/connect');
const { activate } = require('../engine/poll');
const { HOUR, care, careLearner, ids, office, pass } = require('./happenings');

const PROGRESS = {
	event: 'learnerProgress',
	organisation: { __rl: true, mode: 'id', value: String(care.ID) },
};

// Reading everybody takes more calls than the account has in a minute.
compressTime();

test('progress is sent once, with what it was before', async () => {
	const { sandbox, n8n } = await connect();
	const ID = careLearner(0);
	const previousProgress = sandbox.state.users.get(ID).Progress;
	const trigger = await activate(n8n, PROGRESS);
	expect(trigger.atActivation).toEqual([]);
	sandbox.control.changeUser(ID, { Progress: 88.5 });
	expect(await trigger.poll()).toEqual([
		expect.objectContaining({ event: 'learnerProgress', ID, Progress: 88.5, previousProgress }),
	]);
	expect(await trigger.poll()).toEqual([]);
	pass(sandbox, HOUR);
	sandbox.control.changeUser(ID, { Progress: 90 });
	expect(await trigger.poll()).toEqual([
		expect.objectContaining({ ID, Progress: 90, previousProgress: 88.5 }),
	]);
});

test('any other change is not progress', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, PROGRESS);
	await (await office(sandbox)).changes(careLearner(0));
	expect(await trigger.poll()).toEqual([]);
});

test('a learner who was created after the start begins at 0', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, PROGRESS);
	const ID = await (await office(sandbox)).enrols();
	expect(await trigger.poll()).toEqual([]);
	sandbox.control.changeUser(ID, { Progress: 5 });
	expect(await trigger.poll()).toEqual([expect.objectContaining({ ID, Progress: 5, previousProgress: 0 })]);
	const unseen = await (await office(sandbox)).enrols();
	sandbox.control.changeUser(unseen, { Progress: 6 });
	expect(await trigger.poll()).toEqual([
		expect.objectContaining({ ID: unseen, Progress: 6, previousProgress: 0 }),
	]);
});

test('an activation reads a quarter of a minute of calls; the polls after it read the rest, then nobody', async () => {
	const { sandbox, n8n } = await connect({}, { requestsPerMinute: 400 });
	const trigger = await activate(n8n, PROGRESS);
	const reads = () => sandbox.log.calls({ method: 'GET', path: /^\/User\// }).length;
	expect(reads()).toBe(100);
	await trigger.poll();
	expect(reads()).toBe(150);
	await trigger.poll();
	expect(reads()).toBe(150);
});

test('somebody whose progress was never read: nothing is guessed', async () => {
	const { sandbox, n8n } = await connect({}, { requestsPerMinute: 400 });
	const trigger = await activate(n8n, PROGRESS);
	const unread = careLearner(149);
	sandbox.control.changeUser(unread, { Progress: 50 });
	expect(await trigger.poll()).toEqual([]);
	sandbox.control.changeUser(unread, { Progress: 60 });
	expect(await trigger.poll()).toEqual([expect.objectContaining({ ID: unread, previousProgress: 50 })]);
});

test('where progress does not count as a change of the learner, everybody is read in turn', async () => {
	const { sandbox, n8n } = await connect(
		{ quirks: { progressTouchesUser: false } },
		{ requestsPerMinute: 400 },
	);
	const trigger = await activate(n8n, { ...PROGRESS, everyLearner: true });
	await trigger.poll();
	sandbox.control.changeUser(careLearner(0), { Progress: 99 });
	sandbox.control.changeUser(careLearner(149), { Progress: 98 });
	expect(ids(await trigger.poll())).toEqual([careLearner(0)]);
	expect(ids(await trigger.poll())).toEqual([careLearner(149)]);
	expect(await trigger.poll()).toEqual([]);
});
