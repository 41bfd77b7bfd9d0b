import { collectionOf } from '../fields';
import { organisation } from '../locators';
import { make } from '../making';
import type { Operation } from '../operation';
import { PLACEMENT_FIELDS } from './fields';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a placement',
	description: 'Create a placement: an employer or another place where learners work',
	fields: [
		{ displayName: 'Name', name: 'name', type: 'string', default: '', required: true, description: 'The name of the new placement' },
		organisation,
		collectionOf('Additional Fields', 'additionalFields', PLACEMENT_FIELDS),
	],
	calls: [{ call: 'POST /Placement', source: 'working clients' }],
	writes: true,
	run(row) {
		const body = { Name: row.form.required('name', 'Name'), ...row.form.collection('additionalFields', PLACEMENT_FIELDS) };
		row.form.check();
		return async () => await make(row, '/Placement', { OrganisationID: await row.organisationId(), ...body }, 'placement');
	},
};
