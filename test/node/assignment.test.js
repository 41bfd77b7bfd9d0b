'use strict';

const { SEED } = require('../../sandbox');
const { connect, sent } = require('../engine/connect');

const { assessor, employer, iqa } = SEED.people;
const LEARNER = SEED.learners.firstId;

/** The first learner has a standard and its units from the beginning. */
function theirs(sandbox) {
	const aim = sandbox.state.learningAims.where(({ UserID }) => UserID === LEARNER)[0];
	return {
		standard: sandbox.state.standards.get(aim.StandardID),
		unit: sandbox.state.standards.get(aim.StandardID).units[0],
	};
}

const rowOf = (assignee, more = {}) => [{ assignee: assignee.MISID, learner: 'L0001', ...more }];

describe('v2: who is assigned stands in the path, the learner in the body, and no level means default', () => {
	test.each([
		['assignment-default-assessor', SEED.assessors[1], 'DefaultAssessorID'],
		['assignment-default-employer', employer, 'DefaultEmployerID'],
	])('%s', async (file, person, field) => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run(file, { items: rowOf(person) });
		expect(sent(sandbox, `/User/${person.ID}/Assign`)).toEqual([{ LearnerID: LEARNER }]);
		expect(sandbox.state.users.get(LEARNER)[field]).toBe(person.ID);
		expect(json[0]).toMatchObject({ UserID: person.ID, LearnerID: LEARNER });
	});
});

describe('v2.1: a default is a change of the learner', () => {
	test.each([
		['assignment-default-assessor', SEED.assessors[1], 'DefaultAssessorID'],
		['assignment-default-employer', employer, 'DefaultEmployerID'],
	])('%s', async (file, person, field) => {
		const { sandbox, n8n } = await connect({}, { apiVersion: 'v2.1' });
		await n8n.run(file, { items: rowOf(person) });
		expect(sent(sandbox, `/User/${LEARNER}`)).toEqual([{ [field]: person.ID }]);
		expect(sent(sandbox, /Assign/)).toEqual([]);
		expect(sandbox.state.users.get(LEARNER)[field]).toBe(person.ID);
	});
});

describe.each(['v2', 'v2.1'])('%s: the levels', (apiVersion) => {
	test('learning aim: level 3 with the standard', async () => {
		const { sandbox, n8n } = await connect({}, { apiVersion });
		const { standard } = theirs(sandbox);
		const { json } = await n8n.run('assignment-learning-aim', {
			items: rowOf(iqa, { standard: standard.Title }),
		});
		expect(sent(sandbox, `/User/${iqa.ID}/Assign`)).toEqual([
			{ LearnerID: LEARNER, Level: 3, StandardID: standard.ID },
		]);
		expect(json[0]).toMatchObject({ UserID: iqa.ID, LearnerID: LEARNER, StandardID: standard.ID });
	});

	test('unit summary: level 2 with the unit, whose id is a text', async () => {
		const { sandbox, n8n } = await connect({}, { apiVersion });
		const { unit } = theirs(sandbox);
		const { json } = await n8n.run('assignment-unit-summary', { items: rowOf(assessor, { unit }) });
		expect(sent(sandbox, `/User/${assessor.ID}/Assign`)).toEqual([
			{ LearnerID: LEARNER, Level: 2, UnitID: unit },
		]);
		expect(json[0]).toMatchObject({ UserID: assessor.ID, LearnerID: LEARNER, UnitID: unit });
	});

	test.each([assessor, iqa, employer, SEED.people.observer])('additional: level 1, $Role', async (person) => {
		const { sandbox, n8n } = await connect({}, { apiVersion });
		const { status } = await n8n.run('assignment-additional', { items: rowOf(person) });
		expect(status).toBe('success');
		expect(sent(sandbox, `/User/${person.ID}/Assign`)).toEqual([{ LearnerID: LEARNER, Level: 1 }]);
	});
});

test('what is missing is said together, before any call', async () => {
	const { sandbox, n8n } = await connect();
	const { error } = await n8n.run('assignment-learning-aim', { items: [{}] });
	expect(error.message).toBe("'Assignee', 'Learner' and 'Standard' are missing");
	expect(sandbox.log.calls()).toEqual([]);
});

test("OneFile's own words when the learner does not have the standard", async () => {
	const { n8n } = await connect();
	const items = [{ assignee: iqa.MISID, learner: 'L0002', standard: 'Team Leader Level 3' }];
	const { error } = await n8n.run('assignment-learning-aim', { items });
	expect(error.message).toBe(
		'OneFile did not assign the user to the learner: The learner does not have that standard.',
	);
});
