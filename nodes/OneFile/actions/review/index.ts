import type { Resource } from '../operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const review: Resource = {
	value: 'review',
	name: 'Review',
	description: 'A meeting of learner, assessor and employer',
	operations: [getAll, get, create],
};
