import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { madeId, record } from '../../transport/shapes';
import { learner, locator, organisation } from '../locators';
import type { Operation } from '../operation';
import type { Row } from '../row';
import { together } from '../together';

/** Gives a learner a unit of a standard, which makes a unit summary. */
export const assign: Operation = {
	value: 'assign',
	name: 'Assign',
	action: 'Assign a unit to a learner',
	description: 'Give a learner a unit of a standard that they have. OneFile makes a unit summary of it.',
	fields: [
		learner,
		locator('standard', 'Standard', KINDS.standard, 'The standard to which the unit belongs', { dependsOn: ['organisation'] }),
		locator('unit', 'Unit', KINDS.unit, 'The unit that the learner gets', { dependsOn: ['standard', 'organisation'] }),
		organisation,
	],
	calls: [{ call: 'POST /Unit/{id}/Assign/{learner}/{standard}', source: '"Using the OneFile API"; working clients' }],
	writes: true,
	run(row) {
		const learnerPick = row.form.requiredPick('learner', 'Learner');
		const standardPick = row.form.requiredPick('standard', 'Standard');
		const unitPick = row.form.requiredPick('unit', 'Unit');
		row.form.check();
		return async () => {
			const [learnerId, standardId] = await together([
				row.idOf(learnerPick, KINDS.learner, 'Learner'),
				row.idOf(standardPick, KINDS.standard, 'Standard'),
			]);
			const unitId = await row.unitIdOf(unitPick, KINDS.unit, 'Unit', { standardId });
			return await assignUnit(row, unitId, learnerId, standardId);
		};
	},
};

/** @returns the unit summary that OneFile makes of it; null when it does not say which */
export async function assignUnit(row: Row, unitId: string, learnerId: number, standardId: number): Promise<IDataObject> {
	const path = `/Unit/${encodeURIComponent(unitId)}/Assign/${learnerId}/${standardId}`;
	const { body } = await row.client.write(path, {}, 'assign the unit to the learner');
	return { UnitSummaryID: madeId(body) ?? null, LearnerID: learnerId, StandardID: standardId, UnitID: unitId, ...record(body) };
}
