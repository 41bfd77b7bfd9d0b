import { collectionOf, howMany, type EditorField } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getMany } from '../reading';

const FILTERS: EditorField[] = [{ name: 'title', label: 'Title', wire: 'Title', type: 'string', description: 'The title or a part of it' }];

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many standards',
	description: 'Get the standards that an organisation may assign',
	fields: [organisation, ...howMany, collectionOf('Filters', 'filters', FILTERS)],
	calls: [{ call: 'POST /Standard/Search/{page}/{size}', source: '"Using the OneFile API"; help centre 76000037063' }],
	writes: false,
	run(row) {
		const filters = row.form.collection('filters', FILTERS);
		row.form.check();
		return async () => {
			return await getMany(row, '/Standard/Search', { ...filters, OrganisationID: await row.organisationId() }, 'list the standards');
		};
	},
};
