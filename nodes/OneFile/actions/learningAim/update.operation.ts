import { KINDS } from '../../lookup/kinds';
import { changesOf } from '../changes';
import { collectionOf } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { AIM_FIELDS, aimFields, aimId, readAim } from './fields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a learning aim',
	description: 'Change the dates, registration or status of a learning aim; the rest stays as it is',
	fields: [...aimFields, organisation, collectionOf('Update Fields', 'updateFields', AIM_FIELDS)],
	calls: [{ call: 'POST /LearningAim/{id}', source: 'working clients; help centre 76000057528 for dates' }],
	writes: true,
	run(row) {
		const chosen = readAim(row);
		const changes = changesOf(row, AIM_FIELDS);
		return async () => {
			const id = await aimId(row, chosen);
			// The known client names the learning aim, and its learner, in the body too.
			const UserID = chosen.learnerPick && (await row.idOf(chosen.learnerPick, KINDS.learner, 'Learner'));
			const body = { ID: id, ...(UserID !== undefined && { UserID }), ...changes };
			await row.client.write(`/LearningAim/${id}`, body, 'update the learning aim');
			return { ID: id, updated: true };
		};
	},
};
