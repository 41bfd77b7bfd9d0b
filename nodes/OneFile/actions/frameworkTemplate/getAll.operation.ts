import { howMany } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getManyAtOnce } from '../reading';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many framework templates',
	description: 'Get the framework templates of an organisation: standards that are assigned together',
	fields: [organisation, ...howMany],
	calls: [{ call: 'POST /FrameworkTemplate/Search', source: 'help centre 76000037063; working clients' }],
	writes: false,
	run(row) {
		return async () => {
			const filters = { OrganisationID: await row.organisationId() };
			return await getManyAtOnce(row, 'POST', '/FrameworkTemplate/Search', filters, 'list the framework templates');
		};
	},
};
