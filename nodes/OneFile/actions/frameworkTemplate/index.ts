import type { Resource } from '../operation';
import { assign } from './assign.operation';
import { getAll } from './getAll.operation';

export const frameworkTemplate: Resource = {
	value: 'frameworkTemplate',
	name: 'Framework Template',
	description: 'Standards and units that are assigned together',
	operations: [assign, getAll],
};
