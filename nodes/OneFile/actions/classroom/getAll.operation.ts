import { collectionOf, howMany } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { fullRecords, getMany, inFull } from '../reading';
import { NAME } from './fields';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many classrooms',
	description: 'Get the classrooms of an organisation. OneFile answers with ID, name and MIS ID.',
	fields: [organisation, ...howMany, fullRecords, collectionOf('Filters', 'filters', [NAME])],
	calls: [
		{ call: 'POST /Classroom/Search/{page}/{size}', source: 'help centre 76000087773; working clients' },
		{ call: 'GET /Classroom/{id}', source: "working clients (with 'Full Records')" },
	],
	writes: false,
	run(row) {
		const filters = row.form.collection('filters', [NAME]);
		row.form.check();
		return async () => {
			const stubs = await getMany(row, '/Classroom/Search', { ...filters, OrganisationID: await row.organisationId() }, 'list the classrooms');
			return row.form.flag('fullRecords') ? await inFull(row, stubs, '/Classroom', 'classroom') : stubs;
		};
	},
};
