import { collectionOf } from '../fields';
import { organisation } from '../locators';
import { make } from '../making';
import type { Operation } from '../operation';
import { CLASSROOM_FIELDS } from './fields';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a classroom',
	description: "Create a classroom, OneFile's word for a group of learners",
	fields: [
		{ displayName: 'Name', name: 'name', type: 'string', default: '', required: true, description: 'The name of the new classroom' },
		organisation,
		collectionOf('Additional Fields', 'additionalFields', CLASSROOM_FIELDS),
	],
	calls: [{ call: 'POST /Classroom', source: 'working clients; help centre 76000057528 for name and start' }],
	writes: true,
	run(row) {
		const body = { Name: row.form.required('name', 'Name'), ...row.form.collection('additionalFields', CLASSROOM_FIELDS) };
		row.form.check();
		return async () => await make(row, '/Classroom', { OrganisationID: await row.organisationId(), ...body }, 'classroom');
	},
};
