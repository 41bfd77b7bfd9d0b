import type { Resource } from '../operation';
import { assign } from './assign.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const unit: Resource = {
	value: 'unit',
	name: 'Unit',
	description: 'A part of a standard, with outcomes and criteria',
	operations: [assign, getAll, get],
};
