import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { search } from '../../transport/paging';
import { howMany } from '../fields';
import { learner, organisation } from '../locators';
import type { Operation } from '../operation';
import { limitOf } from '../reading';
import type { Row } from '../row';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many unit summaries',
	description: 'Get the unit summaries of a learner',
	fields: [{ ...learner, description: 'The learner whose unit summaries they are' }, organisation, ...howMany],
	calls: [{ call: 'POST /UnitSummary/Search/{page}/{size}', source: 'help centre 76000037063' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('learner', 'Learner');
		row.form.check();
		return async () => {
			return await unitSummariesOf(row, await row.idOf(pick, KINDS.learner, 'Learner'), limitOf(row));
		};
	},
};

export async function unitSummariesOf(row: Row, learnerId: number, limit = Infinity): Promise<IDataObject[]> {
	return await search(row.client, '/UnitSummary/Search', { UserID: learnerId }, 'list the unit summaries', limit);
}
