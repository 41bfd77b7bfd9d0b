import type { Resource } from '../operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const provider: Resource = {
	value: 'provider',
	name: 'Provider',
	description: 'A training provider within an organisation',
	operations: [getAll, get, create, update],
};
