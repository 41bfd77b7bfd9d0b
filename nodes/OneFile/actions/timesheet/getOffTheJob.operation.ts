import { KINDS } from '../../lookup/kinds';
import { learner, organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';

export const getOffTheJob: Operation = {
	value: 'getOffTheJob',
	name: 'Get Off-the-Job Hours',
	action: 'Get off the job hours of a learner',
	description: 'Get how many hours of off-the-job training a learner has planned and done',
	fields: [{ ...learner, description: 'The learner whose hours they are' }, organisation],
	calls: [{ call: 'GET /User/{learner}/offthejob', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('learner', 'Learner');
		row.form.check();
		return async () => {
			const LearnerID = await row.idOf(pick, KINDS.learner, 'Learner');
			const hours = await getOne(row, offTheJobPath(LearnerID), `learner with the id ${LearnerID}`, 'Learner');
			return { LearnerID, ...hours };
		};
	},
};

export function offTheJobPath(learnerId: number): string {
	return `/User/${learnerId}/offthejob`;
}
