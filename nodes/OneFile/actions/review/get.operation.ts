import { KINDS } from '../../lookup/kinds';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';
import { shapeFields, shapeOf } from '../simplify';
import { SIMPLE_REVIEW, reviewFields } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a review',
	description: 'Get one review with its dates and who has signed it',
	fields: [...reviewFields, organisation, ...shapeFields],
	calls: [{ call: 'GET /Review/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('review', 'Review');
		row.form.check();
		const shape = shapeOf(row, SIMPLE_REVIEW);
		return async () => {
			const id = await row.idOf(pick, KINDS.review, 'Review');
			return shape(await getOne(row, `/Review/${id}`, `review with the id ${id}`, 'Review'));
		};
	},
};
