'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { callCounts, connect, sent } = require('../engine/connect');
const { learnerRow } = require('../engine/learners');
const { optionsOf } = require('../engine/options');

compressTime();

const [business] = SEED.standards;
const unitIds = business.units.map(({ ID }) => ID);
const row = (number, changes) => learnerRow(number, { standard: business.Title, iqa: 'Q001', ...changes });
const newcomer = (sandbox, MISID) => sandbox.state.users.where((user) => user.MISID === MISID);
const portfolio = ({ state }, { ID }) => ({
	standards: state.learningAims.where(({ UserID }) => UserID === ID).map(({ StandardID }) => StandardID),
	units: state.unitSummaries.where(({ UserID }) => UserID === ID).map(({ UnitID }) => UnitID),
	people: state.assignments
		.where(({ LearnerID }) => LearnerID === ID)
		.map(({ UserID, Level }) => [UserID, Level]),
});
const COMPLETE = { standards: [business.ID], units: unitIds, people: [[SEED.people.iqa.ID, 1]] };
const refuse = (path) => ({
	match: { method: 'POST', path },
	do: 'status',
	status: 400,
	body: { code: -99, message: 'Not now' },
});

describe('onboard', () => {
	test.each(['v2', 'v2.1'])('account, assignee, standard and all its units, with %s', async (apiVersion) => {
		const { sandbox, n8n } = await connect({}, { apiVersion });
		const { json } = await n8n.run('learner-onboard', { items: [row(1)] });
		const [person] = newcomer(sandbox, 'T1');
		expect(portfolio(sandbox, person)).toEqual(COMPLETE);
		expect(json[0]).toMatchObject({
			ID: person.ID,
			Username: person.Username,
			MISID: 'T1',
			created: true,
			StandardID: business.ID,
			LearningAimID: sandbox.state.aimOf(person.ID, business.ID).ID,
			standardAssigned: true,
			unitsAssigned: unitIds,
			unitsThereBefore: [],
			additionalAssigneeAssigned: true,
		});
	});

	test('the same list again does nothing twice', async () => {
		const { sandbox, n8n } = await connect();
		const items = [row(1), row(2)];
		await n8n.run('learner-onboard', { items });
		sandbox.log.clear();
		const { json } = await n8n.run('learner-onboard', { items });
		expect(
			json.map(({ created, standardAssigned, unitsAssigned }) => [created, standardAssigned, unitsAssigned]),
		).toEqual(Array(2).fill([false, false, []]));
		expect(Object.keys(callCounts(sandbox)).filter((call) => /Assign|POST \/User$/.test(call))).toEqual([]);
		for (const misId of ['T1', 'T2']) {
			const people = newcomer(sandbox, misId);
			expect(people).toHaveLength(1);
			expect(portfolio(sandbox, people[0])).toEqual(COMPLETE);
		}
	});

	test('chosen units by id and title, in a text with commas', async () => {
		const { sandbox, n8n } = await connect();
		const units = `${unitIds[4]}, ${business.units[1].Title.toUpperCase()}`;
		const { json } = await n8n.run('learner-onboard', { items: [row(1, { units })] });
		expect(json[0].unitsAssigned).toEqual([unitIds[4], unitIds[1]]);
		expect(portfolio(sandbox, newcomer(sandbox, 'T1')[0]).units.sort()).toEqual([unitIds[1], unitIds[4]]);
	});

	test.each([
		[{ units: 'ST0070_U1,Nonsense' }, `Standard ${business.ID} has no unit 'Nonsense'`],
		[{ standard: 'Nonsense' }, "No standard with the name 'Nonsense' in organisation 5740"],
		[{ iqa: 'Q999' }, "No user with the MIS ID 'Q999' in organisation 5740"],
		[{ classroom: 'Nonsense' }, "No classroom with the name 'Nonsense' in organisation 5740"],
	])('with %p nobody is made', async (changes, message) => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('learner-onboard', { items: [row(1, changes)] });
		expect(error.message).toBe(message);
		expect(newcomer(sandbox, 'T1')).toEqual([]);
	});

	test('what a row lacks is said before any call', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('learner-onboard', {
			items: [row(1, { misId: '', standard: '', lastName: '' })],
		});
		expect(error.message).toBe("'MIS ID (under Additional Fields)', 'Standard' and 'Last Name' are missing");
		expect(sandbox.log.calls()).toEqual([]);
	});

	describe('half done', () => {
		test.each([
			[
				'the assignee',
				'/User/122708/Assign',
				`assignee 122708, standard ${business.ID}, ${unitIds.map((id) => `unit ${id}`).join(', ')}`,
			],
			[
				'the standard',
				`/Standard/${business.ID}/Assign`,
				`standard ${business.ID}, ${unitIds.map((id) => `unit ${id}`).join(', ')}`,
			],
			['one unit', `/Unit/${unitIds[2]}/Assign`, `unit ${unitIds[2]}`],
		])(
			'without %s: exactly what is missing is said, and the next run adds that',
			async (_what, path, missing) => {
				const { sandbox, n8n } = await connect();
				sandbox.control.faults(refuse(path));
				const { error } = await n8n.run('learner-onboard', { items: [row(1)] });
				const [person] = newcomer(sandbox, 'T1');
				expect(error.message).toContain(
					`Ana O'Test1 (ID ${person.ID}) was created, but is not ready. Missing: ${missing}. `,
				);
				expect(error.message).toContain('Not now');
				expect(error.description).toContain('gets only what is missing');

				await n8n.run('learner-onboard', { items: [row(1)] });
				expect(newcomer(sandbox, 'T1')).toHaveLength(1);
				const { standards, units, people } = portfolio(sandbox, person);
				expect({ standards, units: units.sort() }).toEqual({ standards: COMPLETE.standards, units: unitIds });
				// OneFile does not tell who is assigned: without the standard the assignee is sent once more.
				expect([...new Set(people.map(String))]).toEqual(COMPLETE.people.map(String));
			},
		);

		test('the others of the list are done, and the half-done one is in the error output', async () => {
			const { sandbox, n8n } = await connect();
			sandbox.control.faults(refuse(`/Unit/${unitIds[0]}/Assign`));
			const { json, refused } = await n8n.run('learner-onboard', {
				items: [row(1), row(2)],
				node: { onError: 'continueErrorOutput' },
			});
			expect([json.length, refused.length]).toEqual([1, 1]);
			expect(refused[0].error).toContain(`Missing: unit ${unitIds[0]}`);
		});
	});

	test('a unit that came with another standard is not assigned again', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('learner-onboard', { items: [row(1)] });
		const [person] = newcomer(sandbox, 'T1');
		const shared = sandbox.state.units.get(unitIds[0]);
		shared.standards.push(304);
		const { json } = await n8n.run('learner-onboard', {
			items: [row(1, { standard: sandbox.state.standards.get(304).Title })],
		});
		expect(json[0]).toMatchObject({ standardAssigned: true, unitsThereBefore: [shared.ID] });
		expect(portfolio(sandbox, person).units.filter((id) => id === shared.ID)).toHaveLength(1);
	});

	test.each(['number', 'quoted', 'nothing'])(
		'whatever a create answers, the learner gets everything: %s',
		async (createBody) => {
			const { sandbox, n8n } = await connect({ quirks: { createBody } });
			const { json } = await n8n.run('learner-onboard', { items: [row(1)] });
			const [person] = newcomer(sandbox, 'T1');
			expect(json[0].ID).toBe(person.ID);
			expect(portfolio(sandbox, person)).toEqual(COMPLETE);
		},
	);

	test('without any id the learner is reported, and finished by the next run', async () => {
		const { sandbox, n8n } = await connect({ quirks: { createBody: 'nothing' } });
		sandbox.control.faults({ match: { path: '/User/Search' }, skip: 3, do: 'status', status: 400 });
		const { error } = await n8n.run('learner-onboard', { items: [row(1)] });
		expect(error.message).toContain("Ana O'Test1 was created, but OneFile did not say under which ID");
		await n8n.run('learner-onboard', { items: [row(1)] });
		expect(portfolio(sandbox, newcomer(sandbox, 'T1')[0])).toEqual(COMPLETE);
	});

	test('the standard is asked for its units once, however many learners get them', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('learner-onboard', { items: [row(1), row(2), row(3)] });
		expect(callCounts(sandbox)['POST /Unit/Search']).toBe(1);
		expect(sent(sandbox, '/User')).toHaveLength(3);
	});

	test("the editor lists the chosen standard's units", async () => {
		const { n8n } = await connect({}, { organisationId: 5740 });
		const standard = { __rl: true, mode: 'name', value: business.Title };
		expect(await optionsOf(n8n, 'getUnits', { standard })).toEqual(
			business.units.map(({ ID, Title }) => ({ name: Title, value: ID })),
		);
		await expect(optionsOf(n8n, 'getUnits', {})).rejects.toThrow("Choose 'Standard' first");
	});
});

describe('progress', () => {
	const LEARNER = SEED.learners.firstId;

	test('overall, by learning aim and unit, and the off-the-job hours, in one item', async () => {
		const { sandbox, n8n } = await connect();
		const person = sandbox.state.users.get(LEARNER);
		const aim = sandbox.state.learningAims.where(({ UserID }) => UserID === LEARNER)[0];
		const { json } = await n8n.run('learner-getProgress', { items: [{ learner: 'L0001' }] });
		expect(json).toHaveLength(1);
		expect(json[0]).toMatchObject({
			ID: LEARNER,
			MISID: 'L0001',
			Progress: person.Progress,
			LearningAims: [
				{
					ID: aim.ID,
					Progress: aim.Progress,
					StandardTitle: sandbox.state.standards.get(aim.StandardID).Title,
				},
			],
			OffTheJob: { ID: LEARNER, CachedActualHours: 60.9 },
		});
		expect(json[0].UnitSummaries).toHaveLength(
			sandbox.state.unitSummaries.where(({ UserID }) => UserID === LEARNER).length,
		);
		expect(json[0]).not.toHaveProperty('DOB');
	});

	test('only what is included is asked for', async () => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run('learner-getProgress', {
			items: [{ learner: 'L0001' }],
			node: { parameters: { include: ['offTheJob'], simplify: false } },
		});
		expect(json[0]).toHaveProperty('DOB');
		expect(json[0]).not.toHaveProperty('LearningAims');
		const asked = Object.keys(callCounts(sandbox)).filter(
			(call) => !/Authentication|Customer|User\/Search/.test(call),
		);
		expect(asked).toEqual([`GET /User/${LEARNER}`, `GET /User/${LEARNER}/offthejob`]);
	});

	test('somebody without a standard has empty lists', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run('learner-getProgress', { items: [{ learner: 'L0002' }] });
		expect(json[0]).toMatchObject({ LearningAims: [], UnitSummaries: [] });
	});
});
