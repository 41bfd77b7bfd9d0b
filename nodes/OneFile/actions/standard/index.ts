import type { Resource } from '../operation';
import { assign } from './assign.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const standard: Resource = {
	value: 'standard',
	name: 'Standard',
	description: 'A qualification with its units',
	operations: [assign, getAll, get],
};
