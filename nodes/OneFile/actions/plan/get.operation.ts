import { KINDS } from '../../lookup/kinds';
import { learner, locator, organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a plan',
	description: 'Get one plan with its title and who has signed it',
	fields: [
		{ ...learner, required: false, description: 'The learner whose plans are listed. Not needed when the plan is given By ID.' },
		locator('plan', 'Plan', KINDS.plan, 'The plan', { dependsOn: ['learner', 'organisation'] }),
		organisation,
	],
	calls: [{ call: 'GET /Plan/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('plan', 'Plan');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.plan, 'Plan');
			return await getOne(row, `/Plan/${id}`, `plan with the id ${id}`, 'Plan');
		};
	},
};
