import { KINDS } from '../../lookup/kinds';
import { howMany } from '../fields';
import { learner, organisation } from '../locators';
import type { Operation } from '../operation';
import { getMany } from '../reading';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many unit summaries',
	description: 'Get the unit summaries of a learner',
	fields: [{ ...learner, description: 'The learner whose unit summaries they are' }, organisation, ...howMany],
	calls: [{ call: 'POST /UnitSummary/Search/{page}/{size}', source: 'help centre 76000037063' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('learner', 'Learner');
		row.form.check();
		return async () => {
			const UserID = await row.idOf(pick, KINDS.learner, 'Learner');
			return await getMany(row, '/UnitSummary/Search', { UserID }, 'list the unit summaries');
		};
	},
};
