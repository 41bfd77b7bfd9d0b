import { KINDS } from '../../lookup/kinds';
import { locator, organisation } from '../locators';
import type { Operation } from '../operation';

export const archive: Operation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive a user',
	description: 'Put away the account of somebody who has left. It can be brought back with Unarchive.',
	fields: [locator('user', 'User', KINDS.user, 'The person to archive', { dependsOn: ['organisation'] }), organisation],
	calls: [{ call: 'POST /User/{id}/Archive', source: 'working clients' }],
	writes: true,
	run(row) {
		const pick = row.form.requiredPick('user', 'User');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.user, 'User');
			await row.client.write(`/User/${id}/Archive`, {}, 'archive the user');
			return { ID: id, archived: true };
		};
	},
};
