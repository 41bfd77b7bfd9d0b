'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect, sent } = require('../engine/connect');

compressTime();

const { business, care } = SEED.organisations;
const ids = (json) => json.map(({ ID }) => ID);

describe('organisation', () => {
	test('the customer, and all its organisations', async () => {
		const { n8n } = await connect();
		const { ID, Name } = SEED.customer;
		expect((await n8n.run('organisation-getCustomer')).json).toEqual([{ ID, Name }]);
		expect(ids((await n8n.run('organisation-getAll')).json)).toEqual([business.ID, care.ID]);
		const one = await n8n.run('organisation-getAll', { node: { parameters: { limit: 1 } } });
		expect(ids(one.json)).toEqual([business.ID]);
	});

	test('one by its name, or the default of the credential', async () => {
		const { n8n } = await connect({}, { organisationId: care.ID });
		const { json } = await n8n.run('organisation-get', { items: [{ organisation: business.Name }, {}] });
		expect(ids(json)).toEqual([business.ID, care.ID]);
	});

	test.each([
		['getLearnerStatuses', SEED.learnerStatuses],
		['getLearningAimStatuses', SEED.learningAimStatuses],
		[
			'getAssignedStandards',
			SEED.standards.filter(({ organisations }) => organisations.includes(business.ID)),
		],
	])('%s', async (operation, list) => {
		const { n8n } = await connect();
		expect(ids((await n8n.run(`organisation-${operation}`)).json)).toEqual(ids(list));
	});

	test.each([404, 400, 204])(
		'lists of a centre that does not exist (%s): no items that hold nothing',
		async (unknownId) => {
			const { n8n } = await connect({ quirks: { unknownId } });
			const parameters = { organisation: { __rl: true, mode: 'id', value: '99' } };
			const { error, items } = await n8n.run('organisation-getLearnerStatuses', { node: { parameters } });
			expect(items).toEqual([]);
			if (unknownId !== 204) expect(error.message).toContain('list the learner statuses');
		},
	);

	test.each(['array', 'envelope', 'single'])('a list in any shape: %s', async (searchShape) => {
		const { n8n } = await connect({ quirks: { searchShape } });
		expect(ids((await n8n.run('organisation-getLearnerStatuses')).json)).toEqual(ids(SEED.learnerStatuses));
	});
});

describe('framework template', () => {
	const templates = SEED.frameworkTemplates.filter(({ OrganisationID }) => OrganisationID === business.ID);

	test('all of an organisation, by the only search that is known', async () => {
		const { sandbox, n8n } = await connect();
		expect(ids((await n8n.run('frameworkTemplate-getAll')).json)).toEqual(ids(templates));
		expect(sent(sandbox, '/FrameworkTemplate/Search')).toEqual([{ OrganisationID: business.ID }]);
		const { results } = await n8n.list('searchFrameworkTemplates', {
			parameters: { organisation: { __rl: true, mode: 'id', value: String(business.ID) } },
			filter: 'customer',
		});
		expect(results).toEqual([{ name: templates[1].Title, value: templates[1].ID }]);
	});

	test.each([true, false])('assigned by its title, onlyChangeAssigned as %s', async (onlyChangeAssigned) => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run('frameworkTemplate-assign', {
			items: [{ learner: 'L0002', template: templates[1].Title }],
			node: { parameters: { onlyChangeAssigned } },
		});
		const LearnerID = SEED.learners.firstId + 1;
		expect(json).toEqual([{ FrameworkTemplateID: templates[1].ID, LearnerID, assigned: true }]);
		const path = `/FrameworkTemplate/${templates[1].ID}/Assign/${LearnerID}/${onlyChangeAssigned}`;
		expect(sandbox.log.calls({ path })).toHaveLength(1);
		const aims = sandbox.state.learningAims.where(({ UserID }) => UserID === LearnerID);
		expect(aims.map(({ StandardID }) => StandardID)).toEqual(templates[1].standards);
	});
});

describe('access to a placement', () => {
	test.each([true, false])('for an employer: %s', async (grant) => {
		const { sandbox, n8n } = await connect();
		const { json } = await n8n.run('user-assignPlacement', {
			items: [{ user: 'E001', placement: 'Café Môn', grant }],
		});
		expect(json).toEqual([{ UserID: 122710, PlacementID: 18904, grantAccess: grant }]);
		expect(sandbox.state.placementAccess.where()).toMatchObject([
			{ UserID: 122710, PlacementID: 18904, GrantAccess: grant },
		]);
	});

	test("not for an assessor, in OneFile's own words", async () => {
		const { n8n } = await connect();
		const { error } = await n8n.run('user-assignPlacement', {
			items: [{ user: 'A001', placement: 'Café Môn', grant: true }],
		});
		expect(error.message).toContain('Only employers and observers are assigned to placements.');
	});
});
