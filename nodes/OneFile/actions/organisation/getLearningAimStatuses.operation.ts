import { howMany } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getManyAtOnce } from '../reading';

export const getLearningAimStatuses: Operation = {
	value: 'getLearningAimStatuses',
	name: 'Get Learning Aim Statuses',
	action: 'Get the learning aim statuses',
	description: 'Get the statuses that an organisation gives its learning aims',
	fields: [organisation, ...howMany],
	calls: [{ call: 'GET /Organisation/{id}/LearningAimStatuses', source: 'working clients' }],
	writes: false,
	run(row) {
		return async () => {
			const id = await row.organisationId();
			return await getManyAtOnce(row, 'GET', `/Organisation/${id}/LearningAimStatuses`, undefined, 'list the learning aim statuses');
		};
	},
};
