import { organisation } from '../locators';
import { make } from '../making';
import type { Operation } from '../operation';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a provider',
	description: 'Create a training provider in an organisation',
	fields: [
		{ displayName: 'Name', name: 'name', type: 'string', default: '', required: true, description: 'The name of the new provider' },
		organisation,
	],
	calls: [{ call: 'POST /Provider', source: 'a working client' }],
	writes: true,
	run(row) {
		const Name = row.form.required('name', 'Name');
		row.form.check();
		return async () => await make(row, '/Provider', { OrganisationID: await row.organisationId(), Name }, 'provider');
	},
};
