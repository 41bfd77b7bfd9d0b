import type { Resource } from '../operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const classroom: Resource = {
	value: 'classroom',
	name: 'Classroom',
	description: 'A group of learners',
	operations: [getAll, get, create, update],
};
