import type { Resource } from '../operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const placement: Resource = {
	value: 'placement',
	name: 'Placement',
	description: 'Where learners work',
	operations: [getAll, get, create, update],
};
