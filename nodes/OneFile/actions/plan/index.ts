import type { Resource } from '../operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const plan: Resource = {
	value: 'plan',
	name: 'Plan',
	description: 'What a learner and an assessor have agreed to do',
	operations: [getAll, get],
};
