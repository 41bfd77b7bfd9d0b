import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an organisation',
	description: 'Get one organisation (centre)',
	fields: [organisation],
	calls: [{ call: 'GET /Organisation/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		return async () => {
			const id = await row.organisationId();
			return await getOne(row, `/Organisation/${id}`, `organisation with the id ${id}`, 'Organisation');
		};
	},
};
