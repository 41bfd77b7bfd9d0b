import { KINDS } from '../../lookup/kinds';
import { changesOf } from '../changes';
import { collectionOf } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { PLACEMENT_FIELDS, NAME, placement } from './fields';

const FIELDS = [NAME, ...PLACEMENT_FIELDS];

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a placement',
	description: 'Change some fields of a placement; the others stay as they are',
	fields: [placement, organisation, collectionOf('Update Fields', 'updateFields', FIELDS)],
	calls: [{ call: 'POST /Placement/{id}', source: 'working clients' }],
	writes: true,
	run(row) {
		const pick = row.form.requiredPick('placement', 'Placement');
		const changes = changesOf(row, FIELDS);
		return async () => {
			const id = await row.idOf(pick, KINDS.placement, 'Placement');
			await row.client.write(`/Placement/${id}`, changes, 'update the placement');
			return { ID: id, updated: true };
		};
	},
};
