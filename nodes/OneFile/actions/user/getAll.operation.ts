import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collectionOf, howMany, type EditorField } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { fullRecords, getMany, inFull } from '../reading';
import { fullShapeFields, shapeOf } from '../simplify';
import { ROLE_OPTIONS, SIMPLE_USER } from './fields';

const FILTERS: EditorField[] = [
	{ name: 'firstName', label: 'First Name', wire: 'FirstName', type: 'string', description: 'Only people with these given names' },
	{ name: 'lastName', label: 'Last Name', wire: 'LastName', type: 'string', description: 'Only people of this family name' },
	{ name: 'email', label: 'Email', wire: 'Email', type: 'string', placeholder: 'name@email.com' },
	{ name: 'misId', label: 'MIS ID', wire: 'MISID', type: 'string', description: "Only people with this key of your own system" },
	{ name: 'lastModified', label: 'Modified Since', wire: 'LastModified', type: 'date', description: 'Only people who were created or changed since then' },
];

const role: INodeProperties = {
	displayName: 'Role',
	name: 'role',
	type: 'options',
	default: 0,
	options: [{ name: 'Any', value: 0 }, ...ROLE_OPTIONS],
};

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Get people by role, name, MIS ID or date of change. OneFile answers with ID, names and MIS ID.',
	fields: [role, organisation, ...howMany, fullRecords, ...fullShapeFields, collectionOf('Filters', 'filters', FILTERS)],
	calls: [
		{ call: 'POST /User/Search/{page}/{size}', source: 'help centre 76000087773; working clients' },
		{ call: 'GET /User/{id}', source: "working clients (with 'Full Records')" },
	],
	writes: false,
	run(row) {
		const filters: IDataObject = row.form.collection('filters', FILTERS);
		row.form.check();
		const shape = row.form.flag('fullRecords') ? shapeOf(row, SIMPLE_USER) : undefined;
		return async () => {
			const chosen = row.value('role', 0);
			if (chosen !== 0) filters.Role = chosen;
			const organisationId = await row.organisationIdIfChosen();
			if (organisationId !== undefined) filters.OrganisationID = organisationId;
			const stubs = await getMany(row, '/User/Search', filters, 'list the users');
			return shape ? (await inFull(row, stubs, '/User', 'user')).map(shape) : stubs;
		};
	},
};
