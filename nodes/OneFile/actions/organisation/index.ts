import type { Resource } from '../operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getAssignedStandards } from './getAssignedStandards.operation';
import { getCustomer } from './getCustomer.operation';
import { getLearnerStatuses } from './getLearnerStatuses.operation';
import { getLearningAimStatuses } from './getLearningAimStatuses.operation';

export const organisation: Resource = {
	value: 'organisation',
	name: 'Organisation',
	description: 'A centre of the customer, and its own lists',
	operations: [getAll, get, getCustomer, getAssignedStandards, getLearnerStatuses, getLearningAimStatuses],
};
