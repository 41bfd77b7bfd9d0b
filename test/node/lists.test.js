'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { callCounts, connect } = require('../engine/connect');

compressTime();

const BUSINESS = { organisation: { mode: 'id', value: String(SEED.organisations.business.ID) } };
const names = ({ results }) => results.map(({ name }) => name);
const values = ({ results }) => results.map(({ value }) => value);

describe('people', () => {
	test('a page at a time, by name and MIS ID, with the id as value', async () => {
		const { n8n } = await connect();
		const first = await n8n.list('searchLearners', { parameters: BUSINESS });
		expect(first.results).toHaveLength(100);
		expect(first.results[0]).toEqual({
			name: expect.stringMatching(/^\S.* \S.* \(L0001\)$/),
			value: SEED.learners.firstId,
		});
		const second = await n8n.list('searchLearners', {
			parameters: BUSINESS,
			paginationToken: first.paginationToken,
		});
		expect(second.results[0].value).toBe(SEED.learners.firstId + 100);
		expect(new Set([...values(first), ...values(second)]).size).toBe(200);
	});

	test.each(['nothing', 'repeatLastPage'])(
		'the list ends, although past the end comes %s',
		async (pastTheEnd) => {
			const { n8n } = await connect({ quirks: { pastTheEnd } });
			let token;
			const seen = [];
			do {
				const page = await n8n.list('searchLearners', { parameters: BUSINESS, paginationToken: token });
				seen.push(...values(page));
				token = page.paginationToken;
			} while (token && seen.length < 2000);
			expect(seen).toHaveLength(SEED.learners.inBusiness);
		},
	);

	test.each([
		['a last name', 'Llewelyn', ['Gareth Llewelyn (A001)']],
		['a first name', 'Gareth', ['Gareth Llewelyn (A001)']],
		['a full name', "desmond o'rourke", ["Desmond O'Rourke (A005)"]],
		['last name first', 'Pritchard, Siân', ['Siân Pritchard (A002)']],
		['a MIS ID', 'A001', ['Gareth Llewelyn (A001)']],
		['two of one name', 'Ashworth', ['Kate Ashworth (A003)', 'Kate Ashworth (A004)']],
		['nobody', 'Nobody', []],
	])('typing %s finds them: %p', async (_what, filter, expected) => {
		const { n8n } = await connect();
		expect(names(await n8n.list('searchAssessors', { filter, parameters: BUSINESS })).sort()).toEqual(
			expected,
		);
	});

	test.each([
		['searchLearners', SEED.roles.learner],
		['searchAssessors', SEED.roles.assessor],
		['searchEmployers', SEED.roles.employer],
		['searchObservers', SEED.roles.observer],
		['searchUsers', undefined],
	])('%s asks for role %p only', async (method, role) => {
		const { sandbox, n8n } = await connect();
		await n8n.list(method, { parameters: BUSINESS });
		expect(sandbox.log.calls({ path: /^\/User\/Search/ })[0].body.Role).toBe(role);
	});
});

describe('things with a title', () => {
	const here = ({ OrganisationID, organisations = [OrganisationID] }) =>
		organisations.includes(SEED.organisations.business.ID);
	test.each([
		['searchClassrooms', SEED.classrooms.filter(here)],
		['searchPlacements', SEED.placements.filter(here)],
		['searchStandards', SEED.standards.filter(here)],
		['searchOrganisations', [SEED.organisations.business, SEED.organisations.care]],
	])('%s', async (method, expected) => {
		const { n8n } = await connect();
		const { results } = await n8n.list(method, { parameters: BUSINESS });
		expect(results).toHaveLength(expected.length);
		for (const { ID, Name, Title } of expected) {
			expect(results).toContainEqual({ name: expect.stringContaining(Name ?? Title), value: ID });
		}
	});

	test('typing part of a title finds it', async () => {
		const { n8n } = await connect();
		const found = await n8n.list('searchStandards', { filter: 'customer service', parameters: BUSINESS });
		expect(names(found)).toEqual([
			'Customer Service Practitioner Level 2',
			'Customer Service Practitioner Level 2 (Contact Centre)',
		]);
	});

	test("units follow the chosen standard, and show the id that OneFile's users know", async () => {
		const { n8n } = await connect();
		const where = { resource: 'unit', operation: 'assign' };
		const all = await n8n.list('searchUnits', { ...where, parameters: BUSINESS });
		const some = await n8n.list('searchUnits', {
			...where,
			parameters: { ...BUSINESS, standard: { mode: 'id', value: '302' } },
		});
		expect(all.results.length).toBeGreaterThan(some.results.length);
		expect(values(some)).toEqual(SEED.standards[1].units.map(({ ID }) => ID));
		expect(names(some)).toContain('Key Skills Communication Level 1 (KS_COMM1)');
	});

	test('units follow a standard that was given by name, too', async () => {
		const { n8n } = await connect();
		const standard = { mode: 'name', value: SEED.standards[1].Title };
		const some = await n8n.list('searchUnits', {
			resource: 'unit',
			operation: 'assign',
			parameters: { ...BUSINESS, standard },
		});
		expect(values(some)).toEqual(SEED.standards[1].units.map(({ ID }) => ID));
	});

	test('an expression has no value yet: the list is not narrowed by it', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.list('searchUsers', {
			parameters: { organisation: { mode: 'id', value: '={{ $json.centre }}' } },
		});
		expect(sandbox.log.calls({ path: /^\/User\/Search/ })[0].body ?? {}).toEqual({});
	});
});

describe('which organisation', () => {
	test('the one in the node', async () => {
		const { sandbox, n8n } = await connect({}, { organisationId: 5740 });
		await n8n.list('searchClassrooms', {
			parameters: { organisation: { mode: 'name', value: SEED.organisations.care.Name } },
		});
		expect(sandbox.log.calls({ path: /^\/Classroom/ })[0].body.OrganisationID).toBe(5741);
	});

	test("else the credential's default", async () => {
		const { sandbox, n8n } = await connect({}, { organisationId: 5741 });
		await n8n.list('searchClassrooms');
		expect(sandbox.log.calls({ path: /^\/Classroom/ })[0].body.OrganisationID).toBe(5741);
	});

	test('else the only one that the account has', async () => {
		const { sandbox, n8n } = await connect();
		n8n.changeCredential({ customerToken: sandbox.otherCustomerToken });
		await n8n.list('searchClassrooms');
		expect(sandbox.log.calls({ path: /^\/Classroom/ })[0].body.OrganisationID).toBe(
			SEED.organisations.other.ID,
		);
	});

	test('with several and no choice the list says what to do, and names them', async () => {
		const { n8n } = await connect();
		const failed = await n8n.list('searchClassrooms').catch((error) => error);
		expect(failed.message).toBe("'Organisation' is needed: this account has 2 of them");
		expect(failed.description).toContain(
			'5740 (Northgate Training - Business), 5741 (Northgate Training - Care)',
		);
	});
});

describe('a list that cannot be had says why, in words', () => {
	test.each([
		['a wrong token', { customerToken: 'mistyped' }, /^OneFile refused the customer token/],
		['a wrong address', { baseUrl: 'nonsense' }, /^'Base URL' cannot be used/],
	])('%s', async (_what, credential, words) => {
		const { n8n } = await connect({}, credential);
		const failed = await n8n.list('searchLearners').catch((error) => error);
		expect(failed.message).toMatch(words);
		expect(failed.description).toBeTruthy();
	});

	test('a missing permission', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { path: '^/User/Search' }, times: Infinity, do: 'status', status: 403 });
		const failed = await n8n.list('searchLearners').catch((error) => error);
		expect(failed.message).toBe('OneFile did not allow this account to list the learners');
		expect(failed.description).toMatch(/Ask OneFile support/);
	});

	test('OneFile out of reach', async () => {
		const { sandbox, n8n } = await connect();
		await sandbox.close();
		const failed = await n8n.list('searchLearners').catch((error) => error);
		expect(failed.message).toMatch(/^OneFile could not be reached at .*: nothing answers there$/);
	});
});

test('the same list asked for by two fields at once is fetched once', async () => {
	const { sandbox, n8n } = await connect();
	await n8n.list('searchLearners');
	sandbox.log.clear();
	await Promise.all([
		n8n.list('searchAssessors', { parameters: BUSINESS }),
		n8n.list('searchAssessors', { parameters: BUSINESS }),
	]);
	expect(callCounts(sandbox)).toEqual({ 'POST /User/Search': 1 });
});
