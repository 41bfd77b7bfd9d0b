'use strict';

const { startSandbox, SEED } = require('../../sandbox');
const { caller } = require('./caller');

// The first learner of the seed has a standard, its units, reviews, a plan and timesheets.
const LEARNER = 200001;
const { ID: ORGANISATION } = SEED.organisations.business;
const PEOPLE = { LearnerID: LEARNER, AssessorID: SEED.people.assessor.ID };
const TIMES = { DateFrom: '2026-12-01T09:00:00Z', DateTo: '2026-12-01T10:00:00Z' };

describe('all other records', () => {
	let sandbox;
	let client;

	beforeAll(async () => {
		sandbox = await startSandbox({ limit: 10_000 });
		client = await caller(sandbox);
	});
	afterAll(() => sandbox.close());

	const keys = async (path, body) => Object.keys((await client.post(path, body)).data[0]);

	test('customer and organisations', async () => {
		expect((await client.get('/Customer')).data).toEqual({ ID: 2070, Name: 'Northgate Training Group' });
		const [business] = (await client.post('/Organisation/search', { CustomerID: 2070 })).data;
		expect(business).toEqual({
			ID: 5740,
			Name: 'Northgate Training - Business',
			KeychainCreationForNewUserActive: false,
			KeychainEmailSuppression: false,
		});
		expect((await client.get('/Organisation/5740')).data).toEqual(business);
		expect((await client.post('/Organisation/Search/2/1')).data[0].ID).toBe(5741);
		expect((await client.post('/Organisation/Search', { CustomerID: 2071 })).status).toBe(204);
	});

	test('the lists of a centre', async () => {
		expect((await client.get('/Organisation/5740/LearnerStatuses')).data).toEqual(SEED.learnerStatuses);
		expect((await client.get('/Organisation/5740/LearningAimStatuses')).data).toEqual(
			SEED.learningAimStatuses,
		);
		const { data } = await client.get('/Organisation/5740/AssignedStandards');
		expect(data.map(({ ID }) => ID)).toEqual([301, 302, 303, 304]);
		expect((await client.get('/Organisation/9/LearnerStatuses')).status).toBe(404);
	});

	test.each([
		['Classroom', ['ID', 'Name', 'MISID'], { Archive: true, StartOn: '2026-11-02T00:00:00.000Z' }],
		['Placement', ['ID', 'Name'], { Active: false, Address: '1 Example Street\nNorthgate' }],
	])('%s: create, search, get, update', async (what, stub, more) => {
		const created = await client.post(
			`/${what}`,
			{ OrganisationID: ORGANISATION, Name: 'Tŷ Newydd', ...more },
			{ transformResponse: (text) => text },
		);
		expect([created.status, created.data]).toEqual([200, expect.stringMatching(/^\d+$/)]);
		expect(await keys(`/${what}/Search`, { OrganisationID: ORGANISATION, Name: 'tŷ new' })).toEqual(stub);
		expect((await client.get(`/${what}/${created.data}`)).data).toMatchObject({
			ID: Number(created.data),
			Name: 'Tŷ Newydd',
			...more,
		});
		expect((await client.post(`/${what}/${created.data}`, { Name: 'Hen Dŷ' })).status).toBe(204);
		expect((await client.get(`/${what}/${created.data}`)).data).toMatchObject({ Name: 'Hen Dŷ', ...more });
		expect((await client.post(`/${what}`, { Name: 'Nowhere' })).data.code).toBe(-11);
		expect((await client.post(`/${what}/${created.data}`, { OrganisationID: 9 })).data.code).toBe(-11);
		expect((await client.post(`/${what}`, { OrganisationID: ORGANISATION })).data.message).toBe(
			'The Name field is required.',
		);
		expect((await client.get(`/${what}/9`)).status).toBe(404);
	});

	test('standards and units', async () => {
		expect((await client.get('/Standard/301')).data).toEqual({
			ID: 301,
			Title: 'Business Administrator Level 3',
		});
		expect(
			(await client.post('/Standard/Search', { Title: 'customer service' })).data.map(({ ID }) => ID),
		).toEqual([302, 303]);
		expect((await client.post('/Standard/Search/1/50', { OrganisationID: 5741, ID: 304 })).data).toHaveLength(
			1,
		);
		const unit = { ID: '0012345', Title: 'Safeguarding', NDAQCode: null, Display: null };
		expect((await client.get('/Unit/0012345')).data).toEqual(unit);
		expect((await client.post('/Unit/Search/1/50', { StandardID: 305 })).data[0]).toEqual(unit);
		expect((await client.post('/Unit/Search', { OrganisationID: 5740 })).data).toHaveLength(23);
		expect((await client.post('/Unit/Search', { StandardID: 307, Title: 'key skills' })).data[0].ID).toBe(
			'KS_COMM1',
		);
		expect((await client.get('/Unit/12345')).status).toBe(404);
	});

	test('framework templates have no paged search', async () => {
		expect((await client.post('/FrameworkTemplate/Search', { OrganisationID: 5741 })).data).toEqual([
			{ ID: 73, Title: 'Care Level 2 pathway' },
		]);
		expect((await client.post('/FrameworkTemplate/Search/1/10', {})).status).toBe(404);
	});

	test('learning aims', async () => {
		const [{ ID, StandardID }] = (await client.post('/LearningAim/Search/', { UserID: LEARNER })).data;
		const changes = { Status: 1, RegistrationNumber: 'R1', AchievedDate: '2026-11-20T00:00:00.000Z' };
		expect((await client.post(`/LearningAim/${ID}`, { ID, UserID: LEARNER, ...changes })).status).toBe(204);
		expect((await client.get(`/LearningAim/${ID}`)).data).toMatchObject({
			ID,
			StandardID,
			UserID: LEARNER,
			...changes,
		});
		expect((await client.post(`/LearningAim/${ID}`, { UserID: 200003 })).status).toBe(400);
		expect((await client.post(`/LearningAim/${ID}`, { Status: 77 })).status).toBe(400);
		const achieved = (filters) =>
			client.post('/LearningAim/Search/1/50', { LearningAimCompletionStatus: 1, ...filters });
		expect(
			(await achieved({ DateFrom: '2026-11-01', DateTo: '2026-11-30' })).data.map((aim) => aim.ID),
		).toEqual([ID]);
		expect((await achieved({ DateFrom: '2026-11-21' })).status).toBe(204);
		expect((await achieved({ DateFrom: '2026-11-21T00:00:00Z' })).status).toBe(400);
		expect((await client.post('/LearningAim/Search', {})).status).toBe(400);
	});

	test('unit summaries: the search is paged only', async () => {
		const { data } = await client.post('/UnitSummary/Search/1/100', { UserID: LEARNER });
		expect(data).toEqual((await client.get(`/User/${LEARNER}/UnitSummary`)).data);
		expect(typeof data[0].UnitID).toBe('string');
		expect((await client.post('/UnitSummary/Search', { UserID: LEARNER })).status).toBe(404);
		expect((await client.post('/UnitSummary/Search/1/100', {})).status).toBe(400);
		expect((await client.get('/User/200002/UnitSummary')).status).toBe(204);
	});

	test('visits and reviews answer bare ids', async () => {
		const raw = { transformResponse: (text) => text };
		const visit = await client.post(
			'/Visit',
			{ ...PEOPLE, OrganisationID: ORGANISATION, ...TIMES, VisitTypeID: 2, SMSReminder: false },
			raw,
		);
		expect([visit.status, visit.data]).toEqual([200, expect.stringMatching(/^\d+$/)]);
		const body = {
			...PEOPLE,
			EmployerID: 0,
			Status: 1,
			ScheduledFor: '2027-01-05T09:00:00.000Z',
			VisitID: Number(visit.data),
			Progress: 12.5,
		};
		const review = await client.post('/Review', body, raw);
		expect([review.status, review.data]).toEqual([200, expect.stringMatching(/^\d+$/)]);
		expect((await client.get(`/Review/${review.data}`)).data).toMatchObject({
			ID: Number(review.data),
			...body,
			LearnerSignedOn: null,
		});
		const filters = {
			LearnerID: LEARNER,
			DateFrom: '2027-01-01T00:00:00.00Z',
			DateTo: '2027-01-31T23:59:59Z',
		};
		expect((await client.post('/Review/Search', filters)).data).toEqual([
			{ ID: Number(review.data), ScheduledFor: body.ScheduledFor },
		]);
		expect(
			(await client.post('/Review/Search/1/10', { OrganisationID: ORGANISATION, Status: 2 })).data,
		).toHaveLength(10);
	});

	test.each([
		['Visit', { OrganisationID: 9 }, -11],
		['Visit', { LearnerID: SEED.people.iqa.ID }, -10],
		['Visit', { AssessorID: SEED.people.careAssessor.ID }, -10],
		['Visit', { DateTo: '2026-11-01T00:00:00Z' }, -10],
		['Review', { LearnerID: 9 }, -10],
		['Review', { AssessorID: SEED.people.employer.ID }, -10],
		['Review', { EmployerID: SEED.people.assessor.ID }, -10],
		['Review', { VisitID: 9 }, -10],
		['Review', { Progress: '12' }, -10],
	])('%s with %j is refused with %d', async (what, wrong, code) => {
		const { status, data } = await client.post(`/${what}`, {
			...PEOPLE,
			OrganisationID: ORGANISATION,
			...TIMES,
			...wrong,
		});
		expect([status, data.code]).toEqual([400, code]);
	});

	test('plans', async () => {
		const [stub] = (await client.post('/Plan/Search', { LearnerID: LEARNER })).data;
		expect(Object.keys(stub)).toEqual(['ID', 'PlanOn']);
		expect((await client.get(`/Plan/${stub.ID}`)).data).toMatchObject({
			...stub,
			LearnerID: LEARNER,
			LearnerSignedOn: null,
		});
		expect((await client.post('/Plan/Search/1/5', { OrganisationID: 5741 })).data).toHaveLength(5);
	});

	test('timesheets and off-the-job hours', async () => {
		const { data } = await client.get(`/Timesheet/Learner/${LEARNER}`);
		expect(Object.keys(data[0])).toEqual([
			'TimesheetCategory',
			'FromDate',
			'ToDate',
			'Comments',
			'IsOffTheJob',
		]);
		expect(Math.max(...data.map(({ Comments }) => Comments.length))).toBeGreaterThan(65_535);
		expect((await client.get('/Timesheet/Learner/200002')).status).toBe(204);
		expect((await client.get(`/User/${LEARNER}/offthejob`)).data).toMatchObject({
			ID: LEARNER,
			ContractedHours: 37.5,
		});
		expect((await client.get('/User/200002/OffTheJob')).data).toMatchObject({ ID: 200002, PlannedOTJ: null });
	});

	test('what nobody has shown to exist is not here', async () => {
		expect((await client.delete('/User/200002')).status).toBe(404);
		expect((await client.put('/User/200002', {})).status).toBe(404);
	});
});
