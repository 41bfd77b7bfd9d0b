'use strict';

const { SEED } = require('../../sandbox');
const { Records } = require('../../sandbox/records');

describe('the seeded centre', () => {
	const records = new Records();
	const own = ({ OrganisationID }) => OrganisationID !== SEED.organisations.other.ID;

	test('is the size that was promised', () => {
		const count = (table, matches) => records[table].where(matches).length;
		expect({
			organisations: count('organisations', ({ CustomerID }) => CustomerID === SEED.customer.ID),
			staff: count('users', ({ Role }) => Role !== 1),
			placements: count('placements', own),
			classrooms: count('classrooms', own),
			standards: count('standards'),
			learners: count('users', ({ Role }) => Role === 1),
			frameworkTemplates: count('frameworkTemplates'),
		}).toEqual({
			organisations: 2,
			staff: 20,
			placements: 30,
			classrooms: 12,
			standards: 8,
			learners: 1000,
			frameworkTemplates: 3,
		});
		for (const { units } of SEED.standards) {
			expect(units.length).toBeGreaterThanOrEqual(5);
			expect(units.length).toBeLessThanOrEqual(8);
		}
	});

	test('is the same every time, and survives being changed', () => {
		const everything = () =>
			JSON.stringify(
				['users', 'learningAims', 'unitSummaries', 'units', 'classrooms', 'reviews'].map((table) =>
					records[table].where(),
				),
			);
		const before = everything();
		for (const table of ['users', 'units', 'classrooms', 'standards', 'customers']) {
			for (const record of records[table].where()) record.Name = 'spoilt';
		}
		records.reset();
		expect(everything()).toBe(before);
	});

	test('everybody stands in a place of their own organisation', () => {
		for (const user of records.users.where()) {
			if (user.PlacementID) {
				expect(records.placements.get(user.PlacementID).OrganisationID).toBe(user.OrganisationID);
			}
			if (user.Role !== 1) continue;
			expect(records.classrooms.get(user.ClassroomID).OrganisationID).toBe(user.OrganisationID);
			expect(records.users.get(user.DefaultAssessorID)).toMatchObject({
				OrganisationID: user.OrganisationID,
				Role: 5,
			});
		}
	});

	test("ids, MIS ids of learners and usernames are unique; addresses are nobody's", () => {
		const users = records.users.where();
		const learners = users.filter(({ Role }) => Role === 1);
		expect(new Set(learners.map(({ MISID }) => MISID)).size).toBe(1000);
		expect(new Set(users.map(({ Username }) => Username)).size).toBe(users.length);
		for (const { Email } of users) expect(Email).toMatch(/^[a-z0-9.-]+@([a-z]+\.example|example\.com)$/);
	});

	test('sets the traps that real centres set', () => {
		const { people } = SEED;
		const fullName = ({ FirstName, LastName }) => `${FirstName} ${LastName}`;
		expect(fullName(people.sameName[0])).toBe(fullName(people.sameName[1]));
		expect(people.sameMisId.map(({ MISID, Archived }) => [MISID, Boolean(Archived)])).toEqual([
			['A005', false],
			['A005', true],
		]);
		expect(people.sameEmail[0].Email).toBe(people.sameEmail[1].Email);
		expect(
			SEED.classrooms
				.filter(({ Name }) => Name === 'Induction September 2026')
				.map(({ OrganisationID }) => OrganisationID),
		).toEqual([5740, 5741]);
		const titles = SEED.standards.map(({ Title }) => Title);
		expect(titles).toEqual(expect.arrayContaining(['Diploma in Care Level 2', 'Diploma in Care Level 3']));
		expect(titles.filter((title) => title.includes('Customer Service Practitioner Level 2'))).toHaveLength(2);
		expect(records.units.get('KS_COMM1').standards).toEqual([302, 307]);
	});
});
