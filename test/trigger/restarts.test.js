'use strict';

const { connect, credentialFor } = require('../engine/connect');
const { startEngine } = require('../engine/engine');
const { activate } = require('../engine/poll');
const { HOUR, MINUTE, care, careLearner, ids, office, pass, sorted } = require('./happenings');

const UPDATED = { event: 'userUpdated' };
const CREATED = { event: 'userCreated' };
const numbers = (count) => Array.from({ length: count }, (_, index) => index);

async function pollAll(trigger, times) {
	const sent = [];
	for (let poll = 0; poll < times; poll++) sent.push(...(await trigger.poll()));
	return sent;
}

describe('restarts', () => {
	test.each([UPDATED, CREATED, { event: 'learnerProgress' }])(
		'$event: n8n breaks down after every poll and goes on from what it had stored',
		async (parameters) => {
			const { sandbox, n8n } = await connect({}, { organisationId: care.ID });
			const people = await office(sandbox);
			let trigger = await activate(n8n, parameters);
			const expected = [];
			const sent = [];
			for (let round = 0; round < 5; round++) {
				for (const number of numbers(3)) {
					const id = careLearner(round * 3 + number);
					if (parameters.event === 'userUpdated') await people.changes(id);
					if (parameters.event === 'learnerProgress')
						sandbox.control.changeUser(id, { Progress: 100.5 + round });
					expected.push(parameters.event === 'userCreated' ? await people.enrols() : id);
				}
				if (round % 2) sent.push(...(await trigger.poll()));
				const another = await startEngine({ ...credentialFor(sandbox), organisationId: care.ID });
				trigger = await trigger.restart(another);
				sent.push(...trigger.atActivation);
				// Polls that find nothing: n8n does not store what they leave.
				expect(await pollAll(trigger, 2)).toEqual([]);
				pass(sandbox, 20 * MINUTE);
				expect(await trigger.poll()).toEqual([]);
			}
			expect(sorted(ids(sent))).toEqual(sorted(expected));
		},
	);

	test('somebody created, seen, and changed while n8n is down is sent as updated', async () => {
		const { sandbox, n8n } = await connect();
		const people = await office(sandbox);
		const trigger = await activate(n8n, UPDATED);
		const ID = await people.enrols();
		expect(await trigger.poll()).toEqual([]);
		pass(sandbox, HOUR);
		await people.changes(ID);
		const after = await trigger.restart();
		expect(ids(after.atActivation)).toEqual([ID]);
		expect(await after.poll()).toEqual([]);
	});

	test('what happened while the workflow was off for a week is sent when it is on again', async () => {
		const { sandbox, n8n } = await connect();
		const people = await office(sandbox);
		const trigger = await activate(n8n, UPDATED);
		await people.changes(careLearner(1));
		pass(sandbox, 168 * HOUR);
		await (await office(sandbox)).changes(careLearner(2));
		const again = await trigger.restart();
		expect(ids(again.atActivation)).toEqual([careLearner(1), careLearner(2)]);
	});
});
