'use strict';

const { SEED } = require('../../sandbox');
const { callCounts, connect, sent } = require('../engine/connect');
const { learnerRow } = require('../engine/learners');

const locator = (mode, value) => ({ __rl: true, mode, value });
const stored = (sandbox, misId) => sandbox.state.users.where(({ MISID }) => MISID === misId)[0];

describe('create', () => {
	test('a learner, with names turned into ids and the date as OneFile takes it', async () => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run('user-create', { items: [learnerRow(1)] });
		expect(sent(sandbox, '/User')).toEqual([
			{
				FirstName: 'Ana',
				LastName: "O'Test1",
				Role: 1,
				Email: 'ana1@example.com',
				MISID: 'T1',
				StartOn: '2026-09-03T00:00:00.000Z',
				DOB: '2004-05-06T00:00:00.000Z',
				OrganisationID: 5740,
				DefaultAssessorID: SEED.people.assessor.ID,
				ClassroomID: SEED.classrooms[0].ID,
				PlacementID: SEED.placements[0].ID,
			},
		]);
		const { ID, Username } = stored(sandbox, 'T1');
		expect(json).toEqual([expect.objectContaining({ ID, Username, FirstName: 'Ana', MISID: 'T1' })]);
	});

	test('every documented field, with its proper type', async () => {
		const { sandbox, n8n } = await connect();
		const additionalFields = {
			misId: 'T1',
			username: 'ana.t',
			createdOn: '2026-09-01',
			companyName: 'Made-up Ltd',
			mobileNumber: '07700 900001',
			telephone: '01632 960001',
			website: 'https://example.com',
			workAddress: '1 High Street\nTown',
			homeAddress: '2 Low Street\nTown',
			provider: locator('id', '7'),
			uln: '9912345678',
			nino: 'QQ123456C',
			episodeName: 'First',
			centreRegister: '2026-09-02',
			dob: '2004-05-06',
			startOn: '2026-09-03',
			plannedEndDate: '2028-02-29',
			l12: '31',
			l13: 'F',
			l14: '1',
			l15: '4',
			l16: '10',
			primaryLlddCode: '12',
			secondaryLlddCodes: '13, 14',
			learningDifficultyAndDisabilityId: 3,
			supportFunding: true,
			learnerStatusId: 2,
			defaultEmployer: locator('id', String(SEED.people.employer.ID)),
		};
		await n8n.run('user-create', { items: [learnerRow(1)], node: { parameters: { additionalFields } } });
		expect(sent(sandbox, '/User')[0]).toMatchObject({
			MISID: 'T1',
			Username: 'ana.t',
			CreatedOn: '2026-09-01T00:00:00.000Z',
			CompanyName: 'Made-up Ltd',
			MobileNumber: '07700 900001',
			Telephone: '01632 960001',
			Website: 'https://example.com',
			WorkAddress: '1 High Street\nTown',
			HomeAddress: '2 Low Street\nTown',
			ProviderID: 7,
			ULN: '9912345678',
			NINO: 'QQ123456C',
			EpisodeName: 'First',
			CentreRegister: '2026-09-02T00:00:00.000Z',
			DOB: '2004-05-06T00:00:00.000Z',
			StartOn: '2026-09-03T00:00:00.000Z',
			PlannedEndDate: '2028-02-29T00:00:00.000Z',
			L12: '31',
			L13: 'F',
			L14: '1',
			L15: '4',
			L16: '10',
			PrimaryLLDDCode: '12',
			SecondaryLLDDCodes: ['13', '14'],
			LearningDifficultyAndDisabilityID: 3,
			SupportFunding: true,
			LearnerStatusID: 2,
			DefaultEmployerID: SEED.people.employer.ID,
		});
	});

	test('what was left empty is not sent', async () => {
		const { sandbox, n8n } = await connect();
		const node = { parameters: { additionalFields: { telephone: '', startOn: '', supportFunding: '' } } };
		await n8n.run('user-create', { items: [learnerRow(1)], node });
		expect(Object.keys(sent(sandbox, '/User')[0])).not.toEqual(expect.arrayContaining(['Telephone']));
		expect(sent(sandbox, '/User')[0]).not.toHaveProperty('StartOn');
		expect(sent(sandbox, '/User')[0]).not.toHaveProperty('SupportFunding');
	});

	test.each([
		['assessor', 5, {}],
		['IQA', 10, {}],
		['employer', 40, { placement: locator('name', 'Café Môn') }],
		['observer', 45, { placement: locator('name', 'Café Môn') }],
	])('an %s: no assessor, no classroom', async (_what, role, more) => {
		const { sandbox, n8n } = await connect();
		const parameters = { role, additionalFields: {}, ...more };
		const { json } = await n8n.run('user-create', { items: [learnerRow(1)], node: { parameters } });
		expect(json[0].ID).toEqual(expect.any(Number));
		expect(Object.keys(sent(sandbox, '/User')[0])).not.toEqual(expect.arrayContaining(['DefaultAssessorID']));
		expect(sent(sandbox, '/User')[0]).toMatchObject({ Role: role, OrganisationID: 5740 });
	});

	test.each(['default', 'object', 'number', 'quoted'])(
		'the new id is found in whatever OneFile answers: %s',
		async (createBody) => {
			const { sandbox, n8n } = await connect({ quirks: { createBody } });
			const { json } = await n8n.run('user-create', { items: [learnerRow(1)] });
			expect(json[0]).toMatchObject({ ID: stored(sandbox, 'T1').ID, MISID: 'T1' });
		},
	);

	test('an answer without an id is still one item for the learner that was made', async () => {
		const { n8n } = await connect({ quirks: { createBody: 'nothing' } });
		const { json, status } = await n8n.run('user-create', { items: [learnerRow(1)] });
		expect(status).toBe('success');
		expect(json).toEqual([expect.objectContaining({ MISID: 'T1' })]);
		expect(json[0]).not.toHaveProperty('ID');
	});
});

describe('get', () => {
	test('everything that OneFile holds, unchanged', async () => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run('user-get', { items: [{ misId: 'L0007' }] });
		const { ID, Email, StartOn } = stored(sandbox, 'L0007');
		expect(json).toEqual([expect.objectContaining({ ID, Email, StartOn, MISID: 'L0007' })]);
	});

	test.each([404, 400, 204])('an id that does not exist, answered with %s', async (unknownId) => {
		const { n8n } = await connect({ quirks: { unknownId } });
		const node = { parameters: { user: locator('id', '999') } };
		const { error } = await n8n.run('user-get', { node });
		expect(error.message).toMatch(
			unknownId === 400
				? /^OneFile did not get the user with the id 999: /
				: /^There is no user with the id 999 in OneFile$/,
		);
	});
});

describe('getAll', () => {
	test.each([
		['role', { role: 10, filters: {} }, { Role: 10, OrganisationID: 5740 }],
		['any role', { role: 0, filters: {} }, { OrganisationID: 5740 }],
		['MIS ID', { filters: { misId: 'L0001' } }, { Role: 1, OrganisationID: 5740, MISID: 'L0001' }],
		[
			'first and last name',
			{ filters: { firstName: 'Ffion', lastName: 'Iqbal' } },
			{ Role: 1, OrganisationID: 5740, FirstName: 'Ffion', LastName: 'Iqbal' },
		],
		[
			'e-mail',
			{ filters: { email: 'a@example.com' } },
			{ Role: 1, OrganisationID: 5740, Email: 'a@example.com' },
		],
		[
			'change',
			{ filters: { lastModified: '2026-10-01' } },
			{ Role: 1, OrganisationID: 5740, LastModified: '2026-10-01T00:00:00.000Z' },
		],
	])('by %s', async (_what, parameters, body) => {
		const { sandbox, n8n } = await connect();
		await n8n.run('user-getAll', { node: { parameters } });
		expect(sent(sandbox, /^\/User\/Search/)[0]).toEqual(body);
	});

	test('in all organisations when none is chosen', async () => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run('user-getAll', {
			node: { parameters: { organisation: locator('list', '') } },
		});
		expect(sent(sandbox, /^\/User\/Search/)[0]).toEqual({ Role: 1 });
		expect(json).toHaveLength(SEED.learners.count);
	});
});

describe('update', () => {
	const items = [{ misId: 'L0007', telephone: '01632 960007', classroomId: 15381 }];

	test('sends what is to change and nothing else', async () => {
		const { sandbox, n8n } = await connect();
		const { ID, PlacementID } = stored(sandbox, 'L0007');
		const { json } = await n8n.run('user-update', { items });
		expect(sent(sandbox, `/User/${ID}`)).toEqual([{ Telephone: '01632 960007', ClassroomID: 15381 }]);
		expect(stored(sandbox, 'L0007')).toMatchObject({
			ClassroomID: 15381,
			PlacementID,
			Telephone: '01632 960007',
		});
		expect(json[0]).toMatchObject({ ID });
	});

	test.each([204, 'blank', 'object'])(
		'whatever OneFile answers (%s), the item has the id',
		async (writeAnswer) => {
			const { sandbox, n8n } = await connect({ quirks: { writeAnswer } });
			const { json } = await n8n.run('user-update', { items });
			expect(json[0]).toMatchObject({ ID: stored(sandbox, 'L0007').ID });
		},
	);

	test('a new assessor, employer and placement by name or MIS ID', async () => {
		const { sandbox, n8n } = await connect();
		const updateFields = {
			defaultAssessor: locator('misId', 'A002'),
			defaultEmployer: locator('name', 'Marcus Deane'),
			placement: locator('name', 'Café Môn'),
		};
		await n8n.run('user-update', { items, node: { parameters: { updateFields } } });
		expect(stored(sandbox, 'L0007')).toMatchObject({
			DefaultAssessorID: 122702,
			DefaultEmployerID: 122712,
			PlacementID: 18904,
		});
	});

	test('nothing to change: nothing is sent', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('user-update', {
			items,
			node: { parameters: { updateFields: { telephone: ' ' } } },
		});
		expect(error?.message).toBe('There is nothing to update');
		expect(sandbox.log.calls()).toEqual([]);
	});
});

test('archive puts somebody away, unarchive brings them back', async () => {
	const { sandbox, n8n } = await connect();
	const items = [{ misId: 'L0007' }];
	const { ID } = stored(sandbox, 'L0007');
	expect((await n8n.run('user-archive', { items })).json[0]).toMatchObject({ ID });
	expect(stored(sandbox, 'L0007').Archived).toBe(true);
	expect((await n8n.run('user-unarchive', { items })).json[0]).toMatchObject({ ID });
	expect(stored(sandbox, 'L0007').Archived).toBe(false);
	expect(callCounts(sandbox)).toMatchObject({
		[`POST /User/${ID}/Archive`]: 1,
		[`POST /User/${ID}/Unarchive`]: 1,
	});
});
