import { collectionOf, howMany } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getMany } from '../reading';
import { NAME } from './fields';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many providers',
	description: 'Get the training providers of an organisation',
	fields: [organisation, ...howMany, collectionOf('Filters', 'filters', [NAME])],
	calls: [{ call: 'POST /Provider/Search/{page}/{size}', source: 'a working client' }],
	writes: false,
	run(row) {
		const filters = row.form.collection('filters', [NAME]);
		row.form.check();
		return async () => await getMany(row, '/Provider/Search', { ...filters, OrganisationID: await row.organisationId() }, 'list the providers');
	},
};
