import { KINDS } from '../../lookup/kinds';
import { locator, organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';
import { shapeFields, shapeOf } from '../simplify';
import { SIMPLE_USER } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a user',
	description: 'Get everything that OneFile holds about a user',
	fields: [locator('user', 'User', KINDS.user, 'The person', { dependsOn: ['organisation'] }), organisation, ...shapeFields],
	calls: [{ call: 'GET /User/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('user', 'User');
		row.form.check();
		const shape = shapeOf(row, SIMPLE_USER);
		return async () => {
			const id = await row.idOf(pick, KINDS.user, 'User');
			return shape(await getOne(row, `/User/${id}`, `user with the id ${id}`, 'User'));
		};
	},
};
