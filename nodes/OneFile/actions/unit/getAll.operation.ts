import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { collectionOf, howMany, type EditorField } from '../fields';
import { locator, organisation } from '../locators';
import type { Operation } from '../operation';
import { getMany } from '../reading';

const FILTERS: EditorField[] = [{ name: 'title', label: 'Title', wire: 'Title', type: 'string', description: 'The title or a part of it' }];

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many units',
	description: 'Get the units of a standard, or all that an organisation may assign',
	fields: [
		locator('standard', 'Standard', KINDS.standard, 'Only the units of this standard', { required: false, dependsOn: ['organisation'] }),
		organisation,
		...howMany,
		collectionOf('Filters', 'filters', FILTERS),
	],
	calls: [{ call: 'POST /Unit/Search/{page}/{size}', source: '"Using the OneFile API"; help centre 76000037063' }],
	writes: false,
	run(row) {
		const filters: IDataObject = row.form.collection('filters', FILTERS);
		const standard = row.form.pick('standard');
		row.form.check();
		return async () => {
			if (standard) filters.StandardID = await row.idOf(standard, KINDS.standard, 'Standard');
			filters.OrganisationID = await row.organisationId();
			return await getMany(row, '/Unit/Search', filters, 'list the units');
		};
	},
};
