import type { Resource } from '../operation';
import { create } from './create.operation';

export const visit: Resource = {
	value: 'visit',
	name: 'Visit',
	description: 'An appointment of an assessor with a learner',
	operations: [create],
};
