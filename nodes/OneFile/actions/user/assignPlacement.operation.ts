import { KINDS } from '../../lookup/kinds';
import { locator, organisation } from '../locators';
import type { Operation } from '../operation';
import { together } from '../together';

export const assignPlacement: Operation = {
	value: 'assignPlacement',
	name: 'Assign Placement',
	action: 'Assign a placement to a user',
	description: 'Give an employer or observer access to a placement, or take it away',
	fields: [
		locator('user', 'User', KINDS.user, 'The employer or observer', { dependsOn: ['organisation'] }),
		locator('placement', 'Placement', KINDS.placement, 'The placement whose learners they may see', { dependsOn: ['organisation'] }),
		{
			displayName: 'Grant Access',
			name: 'grantAccess',
			type: 'boolean',
			default: true,
			description: "Whether the user gets access to the placement (OneFile's own switch grantAccess)",
		},
		organisation,
	],
	calls: [{ call: 'POST /User/{id}/AssignPlacement/{placement}/{grantAccess}', source: 'working clients' }],
	writes: true,
	run(row) {
		const userPick = row.form.requiredPick('user', 'User');
		const placementPick = row.form.requiredPick('placement', 'Placement');
		row.form.check();
		const grantAccess = row.form.flag('grantAccess');
		return async () => {
			const [UserID, PlacementID] = await together([
				row.idOf(userPick, KINDS.user, 'User'),
				row.idOf(placementPick, KINDS.placement, 'Placement'),
			]);
			await row.client.write(`/User/${UserID}/AssignPlacement/${PlacementID}/${grantAccess}`, {}, 'assign the placement to the user');
			return { UserID, PlacementID, grantAccess };
		};
	},
};
