import type { Resource } from '../operation';
import { getProgress } from './getProgress.operation';
import { onboard } from './onboard.operation';

export const learner: Resource = {
	value: 'learner',
	name: 'Learner',
	description: 'A learner from the first day on: account, standard, units and progress in one step',
	operations: [onboard, getProgress],
};
