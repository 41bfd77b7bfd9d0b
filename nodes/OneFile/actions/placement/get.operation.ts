import { KINDS } from '../../lookup/kinds';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';
import { placement } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a placement',
	description: 'Get one placement',
	fields: [placement, organisation],
	calls: [{ call: 'GET /Placement/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('placement', 'Placement');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.placement, 'Placement');
			return await getOne(row, `/Placement/${id}`, `placement with the id ${id}`, 'Placement');
		};
	},
};
