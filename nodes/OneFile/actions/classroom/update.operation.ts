import { KINDS } from '../../lookup/kinds';
import { changesOf } from '../changes';
import { collectionOf } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { CLASSROOM_FIELDS, NAME, classroom } from './fields';

const FIELDS = [NAME, ...CLASSROOM_FIELDS];

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a classroom',
	description: 'Change some fields of a classroom; the others stay as they are',
	fields: [classroom, organisation, collectionOf('Update Fields', 'updateFields', FIELDS)],
	calls: [{ call: 'POST /Classroom/{id}', source: 'working clients' }],
	writes: true,
	run(row) {
		const pick = row.form.requiredPick('classroom', 'Classroom');
		const changes = changesOf(row, FIELDS);
		return async () => {
			const id = await row.idOf(pick, KINDS.classroom, 'Classroom');
			await row.client.write(`/Classroom/${id}`, changes, 'update the classroom');
			return { ID: id, updated: true };
		};
	},
};
