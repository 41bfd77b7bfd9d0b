import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';
import { shapeFields, shapeOf } from '../simplify';
import { SIMPLE_AIM, aimFields, aimId, readAim } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a learning aim',
	description: 'Get one learning aim with its progress',
	fields: [...aimFields, organisation, ...shapeFields],
	calls: [{ call: 'GET /LearningAim/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const chosen = readAim(row);
		row.form.check();
		const shape = shapeOf(row, SIMPLE_AIM);
		return async () => {
			const id = await aimId(row, chosen);
			return shape(await getOne(row, `/LearningAim/${id}`, `learning aim with the id ${id}`, 'Learning Aim'));
		};
	},
};
