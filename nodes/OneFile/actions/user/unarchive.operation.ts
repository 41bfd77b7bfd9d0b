import { KINDS } from '../../lookup/kinds';
import { locator, organisation } from '../locators';
import type { Operation } from '../operation';

export const unarchive: Operation = {
	value: 'unarchive',
	name: 'Unarchive',
	action: 'Unarchive a user',
	description: 'Bring back the account of somebody who was archived',
	fields: [locator('user', 'User', KINDS.user, 'The person to bring back', { dependsOn: ['organisation'] }), organisation],
	calls: [{ call: 'POST /User/{id}/Unarchive', source: 'working clients' }],
	writes: true,
	run(row) {
		const pick = row.form.requiredPick('user', 'User');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.user, 'User');
			await row.client.write(`/User/${id}/Unarchive`, {}, 'bring the user back');
			return { ID: id, archived: false };
		};
	},
};
