import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { KINDS, type Kind } from '../../lookup/kinds';
import { learner, locator, organisation } from '../locators';
import type { Operation } from '../operation';
import type { Row } from '../row';
import { together } from '../together';
import { LEVELS, assignUser } from './levels';

/** Whom an assignee's MIS ID, e-mail or name is looked up among: with v2 the role alone decides which default is meant. */
const ASSIGNEES: Record<string, Kind> = { defaultAssessor: KINDS.assessor, defaultEmployer: KINDS.employer };

const how: INodeProperties = {
	displayName: 'Assign As',
	name: 'assignAs',
	type: 'options',
	default: 'defaultAssessor',
	options: [
		{ name: 'Additional', value: 'additional', description: 'An assessor, IQA, employer or observer beside the default ones' },
		{ name: 'Default Assessor', value: 'defaultAssessor' },
		{ name: 'Default Employer', value: 'defaultEmployer' },
		{ name: 'For a Learning Aim', value: 'learningAim', description: 'An assessor or IQA for one standard of the learner' },
		{ name: 'For a Unit Summary', value: 'unitSummary', description: 'An assessor or IQA for one unit of the learner' },
	],
};

const standard: INodeProperties = {
	...locator('standard', 'Standard', KINDS.standard, "The standard whose learning aim it is; the learner has to have it already", { dependsOn: ['organisation'] }),
	displayOptions: { show: { assignAs: ['learningAim'] } },
};

const unit: INodeProperties = {
	...locator('unit', 'Unit', KINDS.unit, 'The unit whose summary it is; the learner has to have it already', { dependsOn: ['organisation'] }),
	displayOptions: { show: { assignAs: ['unitSummary'] } },
};

/** Assigns a user to a learner. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create an assignment',
	description: 'Assign an assessor, IQA, employer or observer to a learner',
	fields: [
		locator('assignee', 'Assignee', KINDS.user, 'The person who is assigned to the learner'),
		{ ...learner, description: 'The learner to whom they are assigned' },
		how,
		standard,
		unit,
		organisation,
	],
	calls: [
		{ call: 'POST /User/{assignee}/Assign', source: '"Using the OneFile API"; help centre 76000037054; who stands in the path: working clients' },
		{ call: 'POST /User/{learner}', source: 'help centre 76000037054 (default assessor and employer with v2.1)' },
	],
	writes: true,
	run(row) {
		const { form } = row;
		const assigneePick = form.requiredPick('assignee', 'Assignee');
		const learnerPick = form.requiredPick('learner', 'Learner');
		const assignAs = row.value<string>('assignAs', 'defaultAssessor');
		const extra = assignAs === 'learningAim' ? form.requiredPick('standard', 'Standard') : undefined;
		const extraUnit = assignAs === 'unitSummary' ? form.requiredPick('unit', 'Unit') : undefined;
		form.check();
		return async () => {
			const [assigneeId, learnerId, standardId, unitId] = await together([
				row.idOf(assigneePick, ASSIGNEES[assignAs] ?? KINDS.user, 'Assignee'),
				row.idOf(learnerPick, KINDS.learner, 'Learner'),
				extra && row.idOf(extra, KINDS.standard, 'Standard'),
				extraUnit && row.unitIdOf(extraUnit, KINDS.unit, 'Unit'),
			]);
			const more = {
				...(standardId !== undefined && { StandardID: standardId }),
				...(unitId !== undefined && { UnitID: unitId }),
			};
			const level = LEVELS[assignAs];
			if (level === undefined) await makeDefault(row, assignAs, assigneeId, learnerId);
			else await assignUser(row, { userId: assigneeId, learnerId, level, more }, 'assign the user to the learner');
			return { UserID: assigneeId, LearnerID: learnerId, assignedAs: assignAs, ...more };
		};
	},
};

/** v2: the Assign call with no level (founding page). v2.1: a change of the learner (help centre 76000037054). */
async function makeDefault(row: Row, assignAs: string, assigneeId: number, learnerId: number): Promise<void> {
	const wanted = `make the user the ${assignAs === 'defaultEmployer' ? 'default employer' : 'default assessor'} of the learner`;
	if (row.client.account.version === 'v2') {
		await assignUser(row, { userId: assigneeId, learnerId }, wanted);
		return;
	}
	const change: IDataObject = assignAs === 'defaultEmployer' ? { DefaultEmployerID: assigneeId } : { DefaultAssessorID: assigneeId };
	await row.client.write(`/User/${learnerId}`, change, wanted);
}
