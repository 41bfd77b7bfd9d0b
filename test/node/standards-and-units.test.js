'use strict';

const { SEED } = require('../../sandbox');
const { connect, sent } = require('../engine/connect');

/** The second learner has no standard yet. */
const LEARNER = SEED.learners.firstId + 1;
const [business, service] = SEED.standards;
const locator = (mode, value) => ({ __rl: true, mode, value });
const inCare = locator('id', String(SEED.organisations.care.ID));

describe('standard', () => {
	test('get by its exact title, although another title begins like it', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run('standard-get', { items: [{ standard: service.Title }] });
		expect(json).toEqual([{ ID: service.ID, Title: service.Title }]);
	});

	test('all of an organisation', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run('standard-getAll');
		expect(json.map(({ ID }) => ID)).toEqual([301, 302, 303, 304]);
	});

	test('by a part of the title', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run('standard-getAll', {
			node: { parameters: { filters: { title: 'customer' } } },
		});
		expect(json.map(({ ID }) => ID)).toEqual([302, 303]);
	});

	test.each(['default', 'object', 'number', 'quoted'])(
		'assign gives the learning aim as an object, whatever the wire sent: %s',
		async (createBody) => {
			const { sandbox, n8n } = await connect({ quirks: { createBody } });
			const { json } = await n8n.run('standard-assign', {
				items: [{ learner: 'L0002', standard: business.Title }],
			});
			const aim = sandbox.state.learningAims.where(({ UserID }) => UserID === LEARNER)[0];
			expect(json[0]).toMatchObject({ LearningAimID: aim.ID, LearnerID: LEARNER, StandardID: business.ID });
		},
	);

	test('a second time is refused, in words', async () => {
		const { n8n } = await connect();
		const items = [{ learner: 'L0002', standard: business.Title }];
		await n8n.run('standard-assign', { items });
		const { error } = await n8n.run('standard-assign', { items });
		expect(error.message).toBe(
			'OneFile did not assign the standard to the learner: The standard is already assigned to the learner.',
		);
	});
});

describe('unit', () => {
	test('all of a standard, or all of an organisation', async () => {
		const { sandbox, n8n } = await connect();
		const ofOne = await n8n.run('unit-getAll', { items: [{ standard: service.Title }] });
		expect(ofOne.json.map(({ ID }) => ID)).toEqual(service.units.map(({ ID }) => ID));
		const all = await n8n.run('unit-getAll', { node: { parameters: { standard: locator('list', '') } } });
		expect(all.json.length).toBeGreaterThan(ofOne.json.length);
		expect(sent(sandbox, /^\/Unit\/Search/).at(-1)).toEqual({ OrganisationID: 5740 });
	});

	test.each(['KS_COMM1', '2017EDECET_0_1', '0012345'])(
		'get %s: the id is a text and stays one',
		async (unit) => {
			const { n8n } = await connect();
			const { json } = await n8n.run('unit-get', { items: [{ unit }] });
			expect(json[0]).toMatchObject({ ID: unit, Title: expect.any(String) });
		},
	);

	test.each(['A/B 1', 'Ä&Ö?x=1', '50%', 'KS#2'])(
		'an id with odd characters reaches OneFile whole: %s',
		async (unit) => {
			const { sandbox, n8n } = await connect();
			sandbox.state.units.put({ ...sandbox.state.units.get('KS_COMM1'), ID: unit, Title: 'Odd' });
			const { json, error } = await n8n.run('unit-get', { items: [{ unit }] });
			expect(error).toBeUndefined();
			expect(json[0]).toMatchObject({ ID: unit, Title: 'Odd' });
		},
	);

	test.each(['default', 'object', 'quoted'])(
		'assign gives the unit summary as an object, whatever the wire sent: %s',
		async (createBody) => {
			const { sandbox, n8n } = await connect({ quirks: { createBody } });
			await n8n.run('standard-assign', { items: [{ learner: 'L0002', standard: service.Title }] });
			const { json } = await n8n.run('unit-assign', {
				items: [{ learner: 'L0002', standard: service.Title, unit: 'KS_COMM1' }],
			});
			const summary = sandbox.state.unitSummaries.where(({ UserID }) => UserID === LEARNER)[0];
			expect(json[0]).toMatchObject({
				UnitSummaryID: summary.ID,
				LearnerID: LEARNER,
				StandardID: service.ID,
				UnitID: 'KS_COMM1',
			});
		},
	);

	test('assign by title within the standard: a title that several standards have is no trouble', async () => {
		const { sandbox, n8n } = await connect();
		const learner = sandbox.state.users.where(
			({ OrganisationID, Role }) => OrganisationID === 5741 && Role === 1,
		)[1];
		const items = [{ learner: learner.MISID, standard: 'Diploma in Care Level 3' }];
		await n8n.run('standard-assign', { items, node: { parameters: { organisation: inCare } } });
		const parameters = { organisation: inCare, unit: locator('name', 'Duty of Care') };
		const { json } = await n8n.run('unit-assign', { items, node: { parameters } });
		expect(json[0]).toMatchObject({ UnitID: 'CARE3_1', StandardID: 306 });
	});

	test('a unit of another standard is refused, in words', async () => {
		const { n8n } = await connect();
		await n8n.run('standard-assign', { items: [{ learner: 'L0002', standard: business.Title }] });
		const { error } = await n8n.run('unit-assign', {
			items: [{ learner: 'L0002', standard: business.Title, unit: 'KS_COMM1' }],
		});
		expect(error.message).toBe(
			'OneFile did not assign the unit to the learner: The unit does not belong to the standard.',
		);
	});
});
