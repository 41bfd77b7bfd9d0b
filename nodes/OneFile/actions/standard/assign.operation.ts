import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { madeId, record } from '../../transport/shapes';
import { learner, locator, organisation } from '../locators';
import type { Operation } from '../operation';
import type { Row } from '../row';
import { together } from '../together';

/** Gives a learner a standard, which makes a learning aim. */
export const assign: Operation = {
	value: 'assign',
	name: 'Assign',
	action: 'Assign a standard to a learner',
	description: 'Give a learner a standard. OneFile makes a learning aim of it.',
	fields: [
		learner,
		locator('standard', 'Standard', KINDS.standard, 'The standard that the learner gets', { dependsOn: ['organisation'] }),
		organisation,
	],
	calls: [{ call: 'POST /Standard/{id}/Assign/{learner}', source: '"Using the OneFile API"; help centre 76000037063; the answer: working clients' }],
	writes: true,
	run(row) {
		const learnerPick = row.form.requiredPick('learner', 'Learner');
		const standardPick = row.form.requiredPick('standard', 'Standard');
		row.form.check();
		return async () => {
			const [learnerId, standardId] = await together([
				row.idOf(learnerPick, KINDS.learner, 'Learner'),
				row.idOf(standardPick, KINDS.standard, 'Standard'),
			]);
			return await assignStandard(row, standardId, learnerId);
		};
	},
};

/** @returns the learning aim that OneFile makes of it; null when it does not say which */
export async function assignStandard(row: Row, standardId: number, learnerId: number): Promise<IDataObject> {
	const { body } = await row.client.write(`/Standard/${standardId}/Assign/${learnerId}`, {}, 'assign the standard to the learner');
	return { LearningAimID: madeId(body) ?? null, LearnerID: learnerId, StandardID: standardId, ...record(body) };
}
