import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { collectionOf, howMany, type EditorField } from '../fields';
import { learner, organisation } from '../locators';
import type { Operation } from '../operation';
import { fullRecords, getMany, inFull } from '../reading';
import { fullShapeFields, shapeOf } from '../simplify';
import { SIMPLE_REVIEW } from './fields';

const FILTERS: EditorField[] = [
	{ name: 'dateFrom', label: 'From', wire: 'DateFrom', type: 'date', description: 'Start of a period, in UTC' },
	{ name: 'dateTo', label: 'To', wire: 'DateTo', type: 'date', description: 'End of the period, in UTC' },
	{ name: 'status', label: 'Status', wire: 'Status', type: 'number', description: 'A number whose meanings OneFile does not list; 1 is known to be a scheduled review' },
];

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reviews',
	description: 'Get the reviews of a learner or of an organisation. OneFile answers with ID and date only: see Full Records.',
	fields: [
		{ ...learner, required: false, description: 'Only the reviews of this learner' },
		organisation,
		...howMany,
		fullRecords,
		...fullShapeFields,
		collectionOf('Filters', 'filters', FILTERS),
	],
	calls: [
		{ call: 'POST /Review/Search/{page}/{size}', source: 'working clients' },
		{ call: 'GET /Review/{id}', source: "working clients (with 'Full Records')" },
	],
	writes: false,
	run(row) {
		const filters: IDataObject = row.form.collection('filters', FILTERS);
		const pick = row.form.pick('learner');
		row.form.check();
		const shape = row.form.flag('fullRecords') ? shapeOf(row, SIMPLE_REVIEW) : undefined;
		return async () => {
			if (pick) filters.LearnerID = await row.idOf(pick, KINDS.learner, 'Learner');
			const organisationId = await row.organisationIdIfChosen();
			if (organisationId !== undefined) filters.OrganisationID = organisationId;
			const stubs = await getMany(row, '/Review/Search', filters, 'list the reviews');
			return shape ? (await inFull(row, stubs, '/Review', 'review')).map(shape) : stubs;
		};
	},
};
