import { howMany } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getManyAtOnce } from '../reading';

export const getAssignedStandards: Operation = {
	value: 'getAssignedStandards',
	name: 'Get Assigned Standards',
	action: 'Get the assigned standards',
	description: 'Get the standards that OneFile has assigned to an organisation',
	fields: [organisation, ...howMany],
	calls: [{ call: 'GET /Organisation/{id}/AssignedStandards', source: 'working clients' }],
	writes: false,
	run(row) {
		return async () => {
			const id = await row.organisationId();
			return await getManyAtOnce(row, 'GET', `/Organisation/${id}/AssignedStandards`, undefined, 'list the assigned standards');
		};
	},
};
