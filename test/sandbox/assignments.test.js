'use strict';

const { startSandbox, SEED } = require('../../sandbox');
const { caller } = require('./caller');

const { people } = SEED;
// The second learner of the seed has no standard yet and is in the business organisation.
const LEARNER = 200002;

describe('standards, units and people assigned to a learner', () => {
	let sandbox;
	let older;
	let newer;

	beforeAll(async () => {
		sandbox = await startSandbox({ limit: 10_000 });
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		sandbox.control.reset();
		older = await caller(sandbox, { version: 'v2' });
		newer = await caller(sandbox);
	});

	const assign = (client, user, body) =>
		client.post(`/User/${user.ID}/Assign`, { LearnerID: LEARNER, ...body });
	const raw = { transformResponse: (text) => text };

	test('a standard answers the bare id of the learning aim, once', async () => {
		const { status, data } = await newer.post(`/Standard/301/Assign/${LEARNER}`, [], raw);
		expect([status, data]).toEqual([200, expect.stringMatching(/^\d+$/)]);
		expect((await newer.post('/LearningAim/Search', { UserID: LEARNER })).data).toEqual([
			{ ID: Number(data), StandardID: 301, UserID: LEARNER, Status: 0 },
		]);
		expect((await newer.post(`/Standard/301/Assign/${LEARNER}`)).status).toBe(400);
	});

	test('a standard of another organisation, for staff, or to nobody', async () => {
		expect((await newer.post(`/Standard/305/Assign/${LEARNER}`)).status).toBe(400);
		expect((await newer.post(`/Standard/301/Assign/${people.assessor.ID}`)).status).toBe(400);
		expect((await newer.post('/Standard/301/Assign/9')).status).toBe(404);
		expect((await newer.post(`/Standard/9/Assign/${LEARNER}`)).status).toBe(404);
	});

	test('a unit needs its standard first, belongs to it, and is given once', async () => {
		const unit = (id, standard) => newer.post(`/Unit/${id}/Assign/${LEARNER}/${standard}`, null, raw);
		expect((await unit('ST0070_U1', 301)).status).toBe(400);
		await newer.post(`/Standard/301/Assign/${LEARNER}`);
		expect((await unit('CC2_1', 301)).status).toBe(400);
		expect((await unit('st0070_u1', 301)).status).toBe(404);
		const { status, data } = await unit('ST0070_U1', 301);
		expect([status, data]).toEqual([200, expect.stringMatching(/^\d+$/)]);
		expect((await unit('ST0070_U1', 301)).status).toBe(400);
		expect((await newer.post('/UnitSummary/Search/1/10', { UserID: LEARNER })).data).toEqual([
			{ ID: Number(data), UserID: LEARNER, UnitID: 'ST0070_U1', StandardID: 301, Progress: 0 },
		]);
	});

	test('no level: the default in v2, an error in v2.1', async () => {
		expect((await assign(older, people.sameName[0])).status).toBe(204);
		expect((await assign(older, people.employer)).status).toBe(204);
		expect((await older.get(`/User/${LEARNER}`)).data).toMatchObject({
			DefaultAssessorID: people.sameName[0].ID,
			DefaultEmployerID: people.employer.ID,
		});
		expect((await assign(older, people.observer)).status).toBe(400);
		expect((await assign(newer, people.assessor)).data.message).toBe('The Level field is required.');
	});

	test('v2.1 sets the defaults by changing the learner', async () => {
		const defaults = { DefaultAssessorID: people.sameName[1].ID, DefaultEmployerID: people.employer.ID };
		expect((await newer.post(`/User/${LEARNER}`, defaults)).status).toBe(204);
		expect((await newer.get(`/User/${LEARNER}`)).data).toMatchObject(defaults);
	});

	test('the learner in the path is refused: the path names who is assigned', async () => {
		for (const client of [older, newer]) {
			const { status, data } = await assign(client, { ID: LEARNER }, { Level: 1 });
			expect([status, data.message]).toEqual([400, 'A learner cannot be assigned to a learner.']);
		}
		expect((await assign(newer, people.assessor, { LearnerID: people.iqa.ID, Level: 1 })).status).toBe(400);
	});

	test.each([
		['assessor', 1, 204],
		['assessor', 2, 204],
		['assessor', 3, 204],
		['iqa', 3, 204],
		['employer', 1, 204],
		['observer', 1, 204],
		['employer', 3, 400],
		['observer', 2, 400],
		['traineeAssessor', 1, 400],
		['careAssessor', 1, 400],
		['archivedAssessor', 1, 400],
		['assessor', 4, 400],
	])('%s at level %d: %d', async (who, Level, status) => {
		await newer.post(`/Standard/301/Assign/${LEARNER}`);
		await newer.post(`/Unit/ST0070_U1/Assign/${LEARNER}/301`);
		expect((await assign(newer, people[who], { Level, StandardID: 301, UnitID: 'ST0070_U1' })).status).toBe(
			status,
		);
		expect(sandbox.control.records('assignments', { LearnerID: LEARNER })).toHaveLength(
			status === 204 ? 1 : 0,
		);
	});

	test('levels 3 and 2 need a standard or unit that the learner has', async () => {
		expect((await assign(newer, people.assessor, { Level: 3 })).data.message).toBe(
			'The StandardID field is required.',
		);
		expect((await assign(newer, people.assessor, { Level: 3, StandardID: 301 })).status).toBe(400);
		expect((await assign(newer, people.assessor, { Level: 2 })).data.message).toBe(
			'The UnitID field is required.',
		);
		expect((await assign(newer, people.assessor, { Level: 2, UnitID: 'ST0070_U1' })).status).toBe(400);
	});

	test('employers and observers get access to a placement', async () => {
		const place = (user, placement, flag) =>
			newer.post(`/User/${user.ID}/AssignPlacement/${placement}/${flag}`);
		expect((await place(people.employer, 18903, 'true')).status).toBe(204);
		expect((await place(people.employer, 18903, 'yes')).status).toBe(400);
		expect((await place(people.assessor, 18903, 'true')).status).toBe(400);
		expect((await place(people.employer, 18922, 'true')).data.code).toBe(-57);
		expect((await place(people.employer, 9, 'true')).status).toBe(404);
		expect(sandbox.control.records('placementAccess')).toEqual([
			{ ID: 1, UserID: people.employer.ID, PlacementID: 18903, GrantAccess: true },
		]);
	});

	test('a framework template makes all aims and units, and a second time only what is missing', async () => {
		const apply = (flag) => newer.post(`/FrameworkTemplate/72/Assign/${LEARNER}/${flag}`);
		expect((await apply('maybe')).status).toBe(400);
		expect((await apply('true')).status).toBe(204);
		expect((await apply('false')).status).toBe(204);
		expect(
			(await newer.post('/LearningAim/Search', { UserID: LEARNER })).data.map(({ StandardID }) => StandardID),
		).toEqual([302, 304]);
		expect((await newer.get(`/User/${LEARNER}/UnitSummary`)).data).toHaveLength(12);
	});
});
