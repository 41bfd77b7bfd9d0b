'use strict';

const { startSandbox, SEED } = require('../../sandbox');
const { caller } = require('./caller');

const { business, care } = SEED.organisations;
const { people } = SEED;

const LEARNER = {
	FirstName: 'Seren',
	LastName: "O'Shea",
	Role: 1,
	DefaultAssessorID: people.assessor.ID,
	ClassroomID: 15380,
	PlacementID: 18901,
};
const IN_BUSINESS = { OrganisationID: business.ID, Email: 'seren@example.com' };

describe('users', () => {
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

	const without = (object, ...names) =>
		Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
	const refusal = ({ status, data }) => [status, data.code];

	test('creating a learner answers ID and Username and keeps every field', async () => {
		const body = {
			...LEARNER,
			...IN_BUSINESS,
			MISID: 'N1',
			DOB: '2005-02-28T00:00:00+01:00',
			SupportFunding: true,
		};
		const { status, data } = await newer.post('/User', body);
		expect([status, data]).toEqual([200, { ID: 201001, Username: expect.stringMatching(/^SOSHEA/) }]);
		expect((await newer.get('/User/201001')).data).toMatchObject({
			...body,
			DOB: '2005-02-27T23:00:00.000Z',
			Progress: 0,
		});
	});

	test.each(Object.keys(LEARNER))('v2: a learner needs %s', async (name) => {
		expect(refusal(await older.post('/User', without({ ...LEARNER, ...IN_BUSINESS }, name)))[0]).toBe(400);
	});

	test('v2: a learner needs no organisation and no e-mail; the classroom tells where', async () => {
		const { data } = await older.post('/User', LEARNER);
		expect((await older.get(`/User/${data.ID}`)).data.OrganisationID).toBe(business.ID);
	});

	test.each([...Object.keys(LEARNER), 'OrganisationID', 'Email'])(
		'v2.1: a learner needs %s',
		async (name) => {
			const { status, data } = await newer.post('/User', without({ ...LEARNER, ...IN_BUSINESS }, name));
			expect([status, data.message]).toEqual([400, `The ${name} field is required.`]);
		},
	);

	test.each([40, 45])('v2.1: role %d needs a placement, v2 does not', async (Role) => {
		const visitor = { FirstName: 'Ed', LastName: 'Moss', Role, ...IN_BUSINESS };
		expect((await newer.post('/User', visitor)).data.message).toBe('The PlacementID field is required.');
		expect((await newer.post('/User', { ...visitor, PlacementID: 18901 })).status).toBe(200);
		expect((await older.post('/User', visitor)).status).toBe(200);
	});

	test('trainee assessors exist in v2.1 only, other numbers nowhere', async () => {
		const trainee = { FirstName: 'Ed', LastName: 'Moss', Role: 4, ...IN_BUSINESS };
		expect((await newer.post('/User', trainee)).status).toBe(200);
		expect((await older.post('/User', trainee)).status).toBe(400);
		expect((await newer.post('/User', { ...trainee, Role: 7 })).status).toBe(400);
	});

	test.each([
		[{ OrganisationID: 9 }, -11],
		[{ OrganisationID: SEED.organisations.other.ID }, -11],
		[{ PlacementID: 9 }, -57],
		[{ PlacementID: 18922 }, -57],
		[{ ClassroomID: 9 }, -58],
		[{ ClassroomID: 15387 }, -58],
		[{ DefaultAssessorID: 9 }, -10],
		[{ DefaultAssessorID: people.careAssessor.ID }, -10],
		[{ DefaultAssessorID: people.archivedAssessor.ID }, -10],
		[{ DefaultAssessorID: people.iqa.ID }, -10],
		[{ DefaultEmployerID: people.assessor.ID }, -10],
		[{ LearnerStatusID: 99 }, -10],
		[{ Username: 'STAFF122701' }, -10],
	])('%j is refused with %d', async (wrong, code) => {
		expect(refusal(await newer.post('/User', { ...LEARNER, ...IN_BUSINESS, ...wrong }))).toEqual([400, code]);
		expect(sandbox.control.records('users', { LastName: "O'Shea" })).toHaveLength(0);
	});

	test.each([
		['DOB', '03/09/2026'],
		['DOB', '2026-09-03'],
		['DOB', '2026-09-03T00:00:00'],
		['DOB', '2026-02-30T00:00:00Z'],
		['DOB', '2026-09-03T25:00:00Z'],
		['SupportFunding', 'true'],
		['SupportFunding', 1],
		['ClassroomID', '15380'],
		['ClassroomID', 15380.5],
		['ULN', 9912345678],
		['MISID', 17],
		['SecondaryLLDDCodes', '12'],
	])('%s does not take %j', async (name, value) => {
		const { status, data } = await newer.post('/User', { ...LEARNER, ...IN_BUSINESS, [name]: value });
		expect([status, data.code]).toEqual([400, -10]);
		expect(data.message).toContain(name);
	});

	test('the same MIS id and e-mail make a second record; quirk duplicateMisId refuses', async () => {
		const twin = { ...LEARNER, ...IN_BUSINESS, MISID: 'l0001' };
		expect((await newer.post('/User', twin)).status).toBe(200);
		expect((await newer.post('/User/Search', { MISID: 'L0001' })).data).toHaveLength(2);
		sandbox.control.changeSettings({ quirks: { duplicateMisId: 'refuse' } });
		expect(refusal(await newer.post('/User', twin))).toEqual([400, -9]);
	});

	test('search filters, without regard to case, answer stubs of four fields', async () => {
		const { data } = await newer.post('/User/Search', { Email: 'HELEN@ashdown.example' });
		expect(data).toEqual(
			people.sameEmail.map(({ ID }) => ({
				ID,
				FirstName: 'Helen',
				LastName: 'Barraclough',
				MISID: expect.any(String),
			})),
		);
		const filters = { OrganisationID: business.ID, Role: 5, FirstName: 'kate', LastName: 'ASHWORTH' };
		expect((await newer.post('/User/Search', filters)).data.map(({ ID }) => ID)).toEqual([122703, 122704]);
		expect((await newer.post('/User/Search', { ...filters, FirstName: 'kat' })).status).toBe(204);
	});

	test('an update changes what was sent, answers 204 and moves LastModified', async () => {
		const before = (await newer.get('/User/200001')).data;
		const since = new Date(sandbox.clock.now()).toISOString();
		expect((await newer.post('/User/200001', { placementID: 18907 })).status).toBe(204);
		const after = (await newer.get('/User/200001')).data;
		expect(after).toEqual({ ...before, PlacementID: 18907, LastModified: after.LastModified });
		expect((await newer.post('/User/Search', { LastModified: since })).data.map(({ ID }) => ID)).toEqual([
			200001,
		]);
	});

	test.each([
		[{ FirstName: '' }, -10],
		[{ Role: 5 }, -10],
		[{ ClassroomID: 15387 }, -58],
		[{ OrganisationID: care.ID }, -58],
		[{ DefaultAssessorID: 0 }, -10],
	])('an update with %j is refused and changes nothing', async (changes, code) => {
		const before = (await newer.get('/User/200001')).data;
		expect(refusal(await newer.post('/User/200001', changes))).toEqual([400, code]);
		expect((await newer.get('/User/200001')).data).toEqual(before);
	});

	test('an empty text clears the field, unless quirk blankClears is off', async () => {
		const uln = async () => (await newer.get('/User/200001')).data.ULN;
		const before = await uln();
		sandbox.control.changeSettings({ quirks: { blankClears: false } });
		await newer.post('/User/200001', { ULN: '' });
		expect(await uln()).toBe(before);
		sandbox.control.changeSettings({ quirks: { blankClears: true } });
		await newer.post('/User/200001', { ULN: '' });
		expect(await uln()).toBe('');
	});

	test('archive and unarchive; quirks hideArchived and showArchived', async () => {
		const found = async () => (await newer.post('/User/Search', { MISID: 'L0001' })).status;
		expect((await newer.post('/User/200001/Archive')).status).toBe(204);
		expect((await newer.get('/User/200001')).data).not.toHaveProperty('Archived');
		expect(await found()).toBe(200);
		sandbox.control.changeSettings({ quirks: { hideArchived: true, showArchived: true } });
		expect(await found()).toBe(204);
		expect((await newer.get('/User/200001')).data.Archived).toBe(true);
		expect((await newer.post('/User/200001/Unarchive', { Role: 1 })).status).toBe(204);
		expect(await found()).toBe(200);
	});

	test('LastModified: inclusive, exclusive, to the second, and with or without progress', async () => {
		const changedSince = async (LastModified) =>
			(await newer.post('/User/Search', { LastModified })).data?.length ?? 0;
		const progress = (Progress) => sandbox.control.changeUser(200001, { Progress });
		const { LastModified: moment } = progress(55);
		expect(await changedSince(moment)).toBe(1);
		sandbox.control.changeSettings({ quirks: { lastModifiedInclusive: false } });
		expect(await changedSince(moment)).toBe(0);
		sandbox.control.changeSettings({ quirks: { lastModifiedPrecision: 'second' } });
		expect(progress(56).LastModified).toMatch(/\.000Z$/);
		sandbox.control.changeSettings({ quirks: { progressTouchesUser: false } });
		sandbox.clock.advance(60_000);
		const [before, after] = [(await newer.get('/User/200001')).data.LastModified, progress(57).LastModified];
		expect(after).toBe(before);
		expect((await newer.get('/User/200001')).data.Progress).toBe(57);
	});
});
