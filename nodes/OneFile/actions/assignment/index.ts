import type { Resource } from '../operation';
import { create } from './create.operation';

export const assignment: Resource = {
	value: 'assignment',
	name: 'Assignment',
	description: 'Who looks after a learner',
	operations: [create],
};
