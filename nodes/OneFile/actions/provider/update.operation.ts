import { KINDS } from '../../lookup/kinds';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { provider } from './fields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a provider',
	description: 'Give a training provider another name',
	fields: [
		provider,
		{ displayName: 'New Name', name: 'name', type: 'string', default: '', required: true, description: 'What the provider is called from now on' },
		organisation,
	],
	calls: [{ call: 'POST /Provider/{id}', source: 'a working client' }],
	writes: true,
	run(row) {
		const pick = row.form.requiredPick('provider', 'Provider');
		const Name = row.form.required('name', 'New Name');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.provider, 'Provider');
			await row.client.write(`/Provider/${id}`, { Name }, 'update the provider');
			return { ID: id, updated: true };
		};
	},
};
