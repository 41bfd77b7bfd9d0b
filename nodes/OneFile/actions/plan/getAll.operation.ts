import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { howMany } from '../fields';
import { learner, organisation } from '../locators';
import type { Operation } from '../operation';
import { fullRecords, getMany, inFull } from '../reading';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many plans',
	description: 'Get the plans of a learner or of an organisation. OneFile answers with ID and date only: see Full Records.',
	fields: [{ ...learner, required: false, description: 'Only the plans of this learner' }, organisation, ...howMany, fullRecords],
	calls: [
		{ call: 'POST /Plan/Search/{page}/{size}', source: 'working clients' },
		{ call: 'GET /Plan/{id}', source: "working clients (with 'Full Records')" },
	],
	writes: false,
	run(row) {
		const pick = row.form.pick('learner');
		return async () => {
			const filters: IDataObject = pick ? { LearnerID: await row.idOf(pick, KINDS.learner, 'Learner') } : {};
			const organisationId = await row.organisationIdIfChosen();
			if (organisationId !== undefined) filters.OrganisationID = organisationId;
			const stubs = await getMany(row, '/Plan/Search', filters, 'list the plans');
			return row.form.flag('fullRecords') ? await inFull(row, stubs, '/Plan', 'plan') : stubs;
		};
	},
};
