import { KINDS } from '../../lookup/kinds';
import { locator, organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a unit',
	description: 'Get one unit',
	fields: [locator('unit', 'Unit', KINDS.unit, 'The unit', { dependsOn: ['organisation'] }), organisation],
	calls: [{ call: 'GET /Unit/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('unit', 'Unit');
		row.form.check();
		return async () => {
			const id = await row.unitIdOf(pick, KINDS.unit, 'Unit');
			return await getOne(row, `/Unit/${encodeURIComponent(id)}`, `unit with the id ${id}`, 'Unit');
		};
	},
};
