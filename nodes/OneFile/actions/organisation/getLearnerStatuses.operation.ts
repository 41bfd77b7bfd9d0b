import { howMany } from '../fields';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getManyAtOnce } from '../reading';

export const getLearnerStatuses: Operation = {
	value: 'getLearnerStatuses',
	name: 'Get Learner Statuses',
	action: 'Get the learner statuses',
	description: 'Get the statuses that an organisation gives its learners',
	fields: [organisation, ...howMany],
	calls: [{ call: 'GET /Organisation/{id}/LearnerStatuses', source: 'working clients' }],
	writes: false,
	run(row) {
		return async () => {
			const id = await row.organisationId();
			return await getManyAtOnce(row, 'GET', `/Organisation/${id}/LearnerStatuses`, undefined, 'list the learner statuses');
		};
	},
};
