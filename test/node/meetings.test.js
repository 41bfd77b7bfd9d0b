'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { callCounts, connect, sent } = require('../engine/connect');

compressTime();

const LEARNER = SEED.learners.firstId;
const items = [{ learner: 'L0001' }];
const of = ({ state }, table) => state[table].where(({ LearnerID }) => LearnerID === LEARNER);

describe('visit and review', () => {
	const visit = {
		learner: 'L0001',
		assessor: 'A001',
		from: '2026-12-01T09:00',
		to: '2026-12-01T10:30:00+00:00',
	};

	test('a visit, and a review that belongs to it', async () => {
		const { sandbox, n8n } = await connect();
		const made = await n8n.run('visit-create', { items: [visit] });
		const AssessorID = SEED.people.assessor.ID;
		expect(sent(sandbox, '/Visit')).toEqual([
			{
				LearnerID: LEARNER,
				AssessorID,
				OrganisationID: 5740,
				DateFrom: '2026-12-01T09:00:00.000Z',
				DateTo: '2026-12-01T10:30:00.000Z',
				VisitTypeID: 2,
				SMSReminder: false,
			},
		]);
		const VisitID = made.json[0].ID;
		expect(sandbox.state.visits.get(VisitID)).toMatchObject({ LearnerID: LEARNER });

		const row = {
			learner: 'L0001',
			assessor: 'A001',
			scheduledFor: '2026-12-01T09:00',
			employer: 'E001',
			visit: VisitID,
			progress: 12.5,
		};
		const { json } = await n8n.run('review-create', { items: [row] });
		expect(json[0]).toEqual({
			ID: expect.any(Number),
			LearnerID: LEARNER,
			AssessorID,
			EmployerID: 122710,
			ScheduledFor: '2026-12-01T09:00:00.000Z',
			VisitID,
			Progress: 12.5,
		});
		expect(sandbox.state.reviews.get(json[0].ID)).toMatchObject({ VisitID, EmployerID: 122710 });
	});

	test('what was left empty is not sent', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('review-create', {
			items: [{ learner: 'L0001', assessor: 'A001', scheduledFor: '2026-12-01' }],
		});
		expect(sent(sandbox, '/Review')).toEqual([
			{ LearnerID: LEARNER, AssessorID: 122701, ScheduledFor: '2026-12-01T00:00:00.000Z' },
		]);
	});

	test('everything wrong with a row is said at once, before any call', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('visit-create', {
			items: [{ ...visit, learner: '', from: '1/12/2026', to: '' }],
		});
		expect(error.message).toBe(
			"'Learner' and 'End' are missing; 'Start' is '1/12/2026', which has to be written as YYYY-MM-DD, for example 2026-09-03",
		);
		const turned = await n8n.run('visit-create', { items: [{ ...visit, from: visit.to, to: visit.from }] });
		expect(turned.error.message).toBe("'End' is before 'Start'");
		expect(sandbox.log.calls()).toEqual([]);
	});

	test.each(['review', 'visit'])('a %s whose create got no answer is not made twice', async (resource) => {
		const { sandbox, n8n } = await connect();
		const before = sandbox.state[`${resource}s`].where().length;
		sandbox.control.faults({ match: { path: `^/${resource}$` }, do: 'drop-after' });
		const { error } = await n8n.run(`${resource}-create`, {
			items: [{ ...visit, scheduledFor: visit.from }],
		});
		expect(error.message).toBe(`OneFile gave no answer when asked to create the ${resource}`);
		expect(error.description).toContain(`Look in OneFile for the ${resource}`);
		expect(sandbox.state[`${resource}s`].where()).toHaveLength(before + 1);
	});
});

describe.each([
	['review', 'reviews', 'ScheduledFor', 'AssessorID'],
	['plan', 'plans', 'PlanOn', 'Title'],
])('%s', (resource, table, date, more) => {
	const path = `/${resource[0].toUpperCase()}${resource.slice(1)}`;

	test('get many of a learner: the search gives id and date, Full Records the rest', async () => {
		const { sandbox, n8n } = await connect();
		const own = of(sandbox, table);
		const stubs = await n8n.run(`${resource}-getAll`, { items });
		expect(stubs.json).toEqual(own.map((record) => ({ ID: record.ID, [date]: record[date] })));
		sandbox.log.clear();
		const full = await n8n.run(`${resource}-getAll`, { items, node: { parameters: { fullRecords: true } } });
		expect(full.json).toEqual(
			own.map((record) =>
				expect.objectContaining({ ID: record.ID, LearnerID: LEARNER, [more]: record[more] }),
			),
		);
		expect(callCounts(sandbox)).toMatchObject(
			Object.fromEntries(own.map(({ ID }) => [`GET ${path}/${ID}`, 1])),
		);
	});

	test('get many of everybody, no more than the limit', async () => {
		const { sandbox, n8n } = await connect();
		const everybody = { learner: { __rl: true, mode: 'list', value: '' }, limit: 7 };
		const { json } = await n8n.run(`${resource}-getAll`, { node: { parameters: everybody } });
		expect(json).toHaveLength(7);
		// n8n sends no body where there are no filters.
		expect(sent(sandbox, new RegExp(`${path}/Search`))).toEqual([null]);
	});

	test('nothing found is no item', async () => {
		const { n8n } = await connect();
		expect((await n8n.run(`${resource}-getAll`, { items: [{ learner: 'L0002' }] })).items).toEqual([]);
	});

	test('one that has gone since the search keeps what the search gave', async () => {
		const { sandbox, n8n } = await connect();
		const [first] = of(sandbox, table);
		sandbox.control.faults({
			match: { method: 'GET', path: `${path}/${first.ID}` },
			do: 'status',
			status: 404,
		});
		const { json } = await n8n.run(`${resource}-getAll`, {
			items,
			node: { parameters: { fullRecords: true } },
		});
		expect(json[0]).toMatchObject({ ID: first.ID, [date]: first[date] });
	});

	test('get one by id; its list in the editor is that of the learner', async () => {
		const { sandbox, n8n } = await connect();
		const [first] = of(sandbox, table);
		const { json } = await n8n.run(`${resource}-get`, { items: [{ [resource]: first.ID }] });
		expect(json[0]).toMatchObject({ ID: first.ID, LearnerID: LEARNER, [more]: first[more] });
		const { results } = await n8n.list(`search${path.slice(1)}s`, {
			resource,
			operation: 'get',
			parameters: { learner: { __rl: true, mode: 'id', value: String(LEARNER) } },
		});
		expect(results).toHaveLength(of(sandbox, table).length);
		expect(results[0]).toEqual({ name: `${first[date].slice(0, 10)} (${first.ID})`, value: first.ID });
	});
});

test('reviews of a status in a period', async () => {
	const { sandbox, n8n } = await connect();
	const filters = { status: 2, dateFrom: '2026-10-01', dateTo: '2026-10-31' };
	const { json } = await n8n.run('review-getAll', { items, node: { parameters: { filters } } });
	expect(json.map(({ ID }) => ID)).toEqual(
		of(sandbox, 'reviews')
			.filter(({ Status }) => Status === 2)
			.map(({ ID }) => ID),
	);
});

describe('timesheets', () => {
	test('say whose they are, however long their comments', async () => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run('timesheet-getAll', { items });
		expect(json.map(({ LearnerID, Comments }) => [LearnerID, Comments])).toEqual(
			of(sandbox, 'timesheets').map(({ Comments }) => [LEARNER, Comments]),
		);
		expect(json[1].Comments.length).toBeGreaterThan(65_535);
		const one = await n8n.run('timesheet-getAll', { items, node: { parameters: { limit: 1 } } });
		expect(one.json).toHaveLength(1);
		expect((await n8n.run('timesheet-getAll', { items: [{ learner: 'L0002' }] })).items).toEqual([]);
	});

	test('off-the-job hours', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run('timesheet-getOffTheJob', { items });
		expect(json).toEqual([
			expect.objectContaining({ LearnerID: LEARNER, PlannedOTJ: 487, CachedActualHours: 60.9 }),
		]);
	});
});
