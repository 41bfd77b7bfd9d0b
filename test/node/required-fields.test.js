'use strict';

const { SEED } = require('../../sandbox');
const { connect, sent } = require('../engine/connect');
const { learnerRow } = require('../engine/learners');

const { learner, traineeAssessor, assessor, iqa, employer, observer } = SEED.roles;
const EMPTY = {
	firstName: '',
	lastName: '',
	email: '',
	assessor: '',
	classroom: '',
	placement: '',
	misId: '',
	startOn: '',
	dob: '',
};

const NAMES = "'First Name' and 'Last Name' are missing";

describe('what is missing is said all together, before any call', () => {
	test.each([
		[
			'v2',
			'learner',
			learner,
			"'First Name', 'Last Name', 'Default Assessor', 'Classroom' and 'Placement' are missing",
		],
		['v2', 'assessor', assessor, NAMES],
		['v2', 'IQA', iqa, NAMES],
		['v2', 'employer', employer, NAMES],
		['v2', 'observer', observer, NAMES],
		[
			'v2.1',
			'learner',
			learner,
			"'First Name', 'Last Name', 'Email', 'Default Assessor', 'Classroom' and 'Placement' are missing",
		],
		['v2.1', 'trainee assessor', traineeAssessor, "'First Name', 'Last Name' and 'Email' are missing"],
		['v2.1', 'assessor', assessor, "'First Name', 'Last Name' and 'Email' are missing"],
		['v2.1', 'IQA', iqa, "'First Name', 'Last Name' and 'Email' are missing"],
		['v2.1', 'employer', employer, "'First Name', 'Last Name', 'Email' and 'Placement' are missing"],
		['v2.1', 'observer', observer, "'First Name', 'Last Name', 'Email' and 'Placement' are missing"],
	])('%s, %s', async (apiVersion, _what, role, words) => {
		const { sandbox, n8n } = await connect({}, { apiVersion });
		const { error } = await n8n.run('user-create', { items: [EMPTY], node: { parameters: { role } } });
		expect(error.message).toBe(words);
		expect(error.description).toMatch(/Nothing was sent to OneFile for this row\. Fill in/);
		expect(sandbox.log.calls()).toEqual([]);
	});

	test('one of them is enough', async () => {
		const { n8n } = await connect();
		const { error } = await n8n.run('user-create', { items: [learnerRow(1, { classroom: ' ' })] });
		expect(error.message).toBe("'Classroom' is missing");
	});

	test('missing and wrong are said together', async () => {
		const { n8n } = await connect();
		const items = [learnerRow(1, { placement: '', startOn: '03/09/2026' })];
		const { error } = await n8n.run('user-create', { items });
		expect(error.message).toBe(
			"'Placement' is missing; 'Start Date' is '03/09/2026', which has to be written as YYYY-MM-DD, for example 2026-09-03",
		);
	});
});

describe('what is there is enough', () => {
	test.each([
		['v2', learner, {}],
		['v2', employer, { placement: '' }],
		['v2', observer, { placement: '' }],
		['v2', assessor, { email: '' }],
		['v2', iqa, { email: '' }],
		['v2.1', learner, {}],
		['v2.1', traineeAssessor, {}],
		['v2.1', assessor, {}],
		['v2.1', iqa, {}],
		['v2.1', employer, {}],
		['v2.1', observer, {}],
	])('%s, role %d, %p', async (apiVersion, role, changes) => {
		const { sandbox, n8n } = await connect({}, { apiVersion });
		const { status, error } = await n8n.run('user-create', {
			items: [learnerRow(1, changes)],
			node: { parameters: { role } },
		});
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		expect(sent(sandbox, '/User')[0]).toMatchObject({ Role: role, FirstName: 'Ana' });
	});
});

describe('role', () => {
	test('a trainee assessor needs v2.1, and that is said before any call', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('user-create', {
			items: [learnerRow(1)],
			node: { parameters: { role: traineeAssessor } },
		});
		expect(error.message).toBe("'Role' Trainee Assessor needs API version v2.1");
		expect(sandbox.log.calls()).toEqual([]);
	});

	test('from the row, as a number or as its text', async () => {
		const { sandbox, n8n } = await connect();
		const items = [learnerRow(1, { role: 5 }), learnerRow(2, { role: '10' })];
		await n8n.run('user-create', { items, node: { parameters: { role: '={{ $json.role }}' } } });
		const roles = sent(sandbox, '/User').map(({ LastName, Role }) => [LastName, Role]);
		expect(Object.fromEntries(roles)).toEqual({ "O'Test1": 5, "O'Test2": 10 });
	});

	test('what is no role of OneFile is refused before any call', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('user-create', {
			items: [learnerRow(1, { role: 'Learner' })],
			node: { parameters: { role: '={{ $json.role }}' } },
		});
		expect(error.message).toContain("'Role' has to be the number of a role of OneFile");
		expect(sandbox.log.calls()).toEqual([]);
	});
});

describe('organisation', () => {
	const none = {
		node: { parameters: { organisation: { __rl: true, mode: 'list', value: '' } } },
		items: [learnerRow(1)],
	};

	test("none in the node: the credential's default", async () => {
		const { sandbox, n8n } = await connect({}, { organisationId: 5740 });
		await n8n.run('user-create', none);
		expect(sent(sandbox, '/User')[0].OrganisationID).toBe(5740);
	});

	test('none at all, and the account has several: refused, and they are listed', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('user-create', none);
		expect(error.message).toBe("'Organisation' is needed: this account has 2 of them");
		expect(error.description).toContain(
			'5740 (Northgate Training - Business), 5741 (Northgate Training - Care)',
		);
		expect(sent(sandbox, '/User')).toEqual([]);
	});

	test('an organisation that is not theirs: -11, in words', async () => {
		const { n8n } = await connect();
		const parameters = { role: iqa, organisation: { __rl: true, mode: 'id', value: '5750' } };
		const { error } = await n8n.run('user-create', { items: [learnerRow(1)], node: { parameters } });
		expect(error.message).toBe('OneFile did not create the IQA: Organisation not found.');
		expect(error.description).toBe(
			"Pick the organisation from the list. See 'Organisation'. (HTTP 400, code -11)",
		);
	});
});
