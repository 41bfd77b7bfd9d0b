import { KINDS } from '../../lookup/kinds';
import { locator, organisation } from '../locators';
import type { Operation } from '../operation';
import { readChanges, updateFields } from './person';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a user',
	description: 'Change some fields of a user; the others stay as they are',
	fields: [locator('user', 'User', KINDS.user, 'The person to change', { dependsOn: ['organisation'] }), organisation, updateFields],
	calls: [{ call: 'POST /User/{id}', source: 'help centre 76000037054; working clients' }],
	writes: true,
	run(row) {
		const pick = row.form.requiredPick('user', 'User');
		const changes = readChanges(row);
		return async () => {
			const id = await row.idOf(pick, KINDS.user, 'User');
			await row.client.write(`/User/${id}`, await changes(), 'update the user');
			return { ID: id, updated: true };
		};
	},
};
