import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { collectionOf, howMany, type EditorField } from '../fields';
import { learner, organisation } from '../locators';
import type { Operation } from '../operation';
import { fullRecords, getMany, inFull } from '../reading';
import { fullShapeFields, shapeOf } from '../simplify';
import { SIMPLE_AIM } from './fields';

/** Dates go out as plain days: nothing else was ever seen in this search (source: working clients). */
const FILTERS: EditorField[] = [
	{
		name: 'completionStatus',
		label: 'Completion Status',
		wire: 'LearningAimCompletionStatus',
		type: 'number',
		optionsFrom: 'getLearningAimStatuses',
		description: 'Only learning aims of this status; 1 is known to mean achieved',
	},
	{ name: 'dateFrom', label: 'From', wire: 'DateFrom', type: 'day', description: 'First day of a period, for example of achievement' },
	{ name: 'dateTo', label: 'To', wire: 'DateTo', type: 'day', description: 'Last day of the period' },
];

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many learning aims',
	description: 'Get the learning aims of a learner, or those of a status, such as achieved last month',
	fields: [
		{ ...learner, required: false, description: "The learner whose learning aims they are. May be left empty with a 'Completion Status'." },
		organisation,
		...howMany,
		fullRecords,
		...fullShapeFields,
		collectionOf('Filters', 'filters', FILTERS),
	],
	calls: [
		{ call: 'POST /LearningAim/Search/{page}/{size}', source: 'help centre 76000037063; working clients' },
		{ call: 'GET /LearningAim/{id}', source: "working clients (with 'Full Records')" },
	],
	writes: false,
	run(row) {
		const filters: IDataObject = row.form.collection('filters', FILTERS);
		const pick = row.form.pick('learner');
		if (!pick && filters.LearningAimCompletionStatus === undefined) {
			row.form.refuse("'Learner' or the filter 'Completion Status' is needed: OneFile does not list all learning aims at once");
		}
		row.form.check();
		const full = row.form.flag('fullRecords');
		const shape = full ? shapeOf(row, SIMPLE_AIM) : undefined;
		return async () => {
			if (pick) filters.UserID = await row.idOf(pick, KINDS.learner, 'Learner');
			const stubs = await getMany(row, '/LearningAim/Search', filters, 'list the learning aims');
			return shape ? (await inFull(row, stubs, '/LearningAim', 'learning aim')).map(shape) : stubs;
		};
	},
};
