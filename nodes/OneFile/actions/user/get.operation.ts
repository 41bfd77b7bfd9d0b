import { KINDS } from '../../lookup/kinds';
import { locator } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a user',
	description: 'Get everything that OneFile holds about a user',
	fields: [locator('user', 'User', KINDS.user, 'The person')],
	calls: [{ call: 'GET /User/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('user', 'User');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.user, 'User');
			return await getOne(row, `/User/${id}`, `user with the id ${id}`, 'User');
		};
	},
};
