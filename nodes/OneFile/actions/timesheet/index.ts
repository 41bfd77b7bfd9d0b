import type { Resource } from '../operation';
import { getAll } from './getAll.operation';
import { getOffTheJob } from './getOffTheJob.operation';

export const timesheet: Resource = {
	value: 'timesheet',
	name: 'Timesheet',
	description: "A learner's hours",
	operations: [getAll, getOffTheJob],
};
