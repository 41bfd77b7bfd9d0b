import { KINDS } from '../../lookup/kinds';
import { howMany } from '../fields';
import { learner, organisation } from '../locators';
import type { Operation } from '../operation';
import { getManyAtOnce } from '../reading';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many timesheets',
	description: 'Get the timesheet entries of a learner',
	fields: [{ ...learner, description: 'The learner whose timesheets they are' }, organisation, ...howMany],
	calls: [{ call: 'GET /Timesheet/Learner/{learner}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('learner', 'Learner');
		row.form.check();
		return async () => {
			const LearnerID = await row.idOf(pick, KINDS.learner, 'Learner');
			const entries = await getManyAtOnce(row, 'GET', `/Timesheet/Learner/${LearnerID}`, undefined, 'list the timesheets');
			// The entries do not say whose they are.
			return entries.map((entry) => ({ LearnerID, ...entry }));
		};
	},
};
