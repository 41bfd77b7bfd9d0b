'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { parse } = require('csv-parse/sync');

const { SEED } = require('../../sandbox');

const examples = path.join(__dirname, '..', '..', 'examples');
const rows = parse(fs.readFileSync(path.join(examples, 'learners.csv')), { columns: true });
const workflow = fs.readFileSync(path.join(examples, 'onboard-learners.json'), 'utf8');

const inBusiness = ({ OrganisationID }) => OrganisationID === SEED.organisations.business.ID;
const known = {
	Classroom: SEED.classrooms.filter(inBusiness).map(({ Name }) => Name),
	Placement: SEED.placements.filter(inBusiness).map(({ Name }) => Name),
	'Assessor e-mail': SEED.assessors.filter(inBusiness).map(({ Email }) => Email),
	Standard: SEED.standards.map(({ Title }) => Title),
};

describe('examples/learners.csv', () => {
	it('has 50 learners, each with a MIS id, an e-mail and a ULN of their own', () => {
		expect(rows).toHaveLength(50);
		for (const column of ['MIS ID', 'E-mail', 'ULN'])
			expect(new Set(rows.map((row) => row[column])).size).toBe(50);
	});

	it('has accents and apostrophes', () => {
		const names = rows.map((row) => `${row['First name']} ${row['Last name']}`).join();
		expect(names).toMatch(/[éñüłôãíŵŷ]/i);
		expect(names).toMatch(/'/);
	});

	it('has one row with a missing field and one with an unknown classroom; all else is in the sandbox', () => {
		const odd = rows.flatMap((row) =>
			Object.keys(known)
				.filter((column) => !known[column].includes(row[column]))
				.map((column) => [row['MIS ID'], column, row[column]]),
		);
		expect(odd).toEqual([
			['NT26-017', 'Assessor e-mail', ''],
			['NT26-036', 'Classroom', 'Welding Evening Group'],
		]);
	});

	it('asks only for units that the standard has', () => {
		for (const row of rows) {
			const titles = SEED.standards
				.find(({ Title }) => Title === row.Standard)
				.units.map(({ Title }) => Title);
			for (const unit of row.Units.split(';').map((one) => one.trim()))
				expect(['all', ...titles]).toContain(unit);
		}
	});

	it('writes dates in the one way that cannot be misread', () => {
		for (const row of rows)
			for (const column of ['Date of birth', 'Start date', 'Planned end date'])
				expect(row[column]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	});

	it('has every column that the workflow reads', () => {
		const wanted = [...workflow.matchAll(/json\['([^']+)'\]/g)].map(([, column]) => column);
		expect(wanted.length).toBeGreaterThan(10);
		for (const column of wanted) expect(Object.keys(rows[0])).toContain(column);
	});
});
