import type { Resource } from '../operation';
import { getAll } from './getAll.operation';

export const unitSummary: Resource = {
	value: 'unitSummary',
	name: 'Unit Summary',
	description: 'A unit, once assigned to a learner',
	operations: [getAll],
};
