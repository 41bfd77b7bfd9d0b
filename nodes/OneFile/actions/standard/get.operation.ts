import { KINDS } from '../../lookup/kinds';
import { locator, organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a standard',
	description: 'Get one standard',
	fields: [locator('standard', 'Standard', KINDS.standard, 'The standard', { dependsOn: ['organisation'] }), organisation],
	calls: [{ call: 'GET /Standard/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('standard', 'Standard');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.standard, 'Standard');
			return await getOne(row, `/Standard/${id}`, `standard with the id ${id}`, 'Standard');
		};
	},
};
