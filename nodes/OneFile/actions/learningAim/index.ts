import type { Resource } from '../operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const learningAim: Resource = {
	value: 'learningAim',
	name: 'Learning Aim',
	description: 'A standard, once assigned to a learner',
	operations: [getAll, get, update],
};
