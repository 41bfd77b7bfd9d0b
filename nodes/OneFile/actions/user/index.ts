import type { Resource } from '../operation';
import { archive } from './archive.operation';
import { assignPlacement } from './assignPlacement.operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { unarchive } from './unarchive.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const user: Resource = {
	value: 'user',
	name: 'User',
	description: 'An account: learner, assessor, IQA, employer or observer',
	operations: [create, upsert, get, getAll, update, archive, unarchive, assignPlacement],
};
