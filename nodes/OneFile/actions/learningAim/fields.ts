import type { INodeProperties } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import type { EditorField } from '../fields';
import type { Pick } from '../form';
import { learner, locator } from '../locators';
import type { Row } from '../row';

/** The learner narrows the list; an id needs none. */
export const aimFields: INodeProperties[] = [
	{ ...learner, required: false, description: 'The learner who has the learning aim. Not needed when it is given By ID.' },
	locator('learningAim', 'Learning Aim', KINDS.learningAim, 'The learning aim: the standard of a learner', { dependsOn: ['learner', 'organisation'] }),
];

/** What can be changed (source: working clients; dates also help centre 76000057528). They are called otherwise than on a user. */
export const AIM_FIELDS: EditorField[] = [
	{ name: 'status', label: 'Status', wire: 'Status', type: 'number', optionsFrom: 'getLearningAimStatuses', description: "One of the centre's own learning aim statuses" },
	{ name: 'startDate', label: 'Start Date', wire: 'StartDate', type: 'date', description: 'When the learner starts the standard' },
	{ name: 'plannedEnd', label: 'Planned End Date', wire: 'PlannedEnd', type: 'date', description: 'When the learner is planned to finish it' },
	{ name: 'registrationNumber', label: 'Registration Number', wire: 'RegistrationNumber', type: 'string', description: "The awarding body's number for the learner" },
	{ name: 'registrationDate', label: 'Registration Date', wire: 'RegistrationDate', type: 'date', description: 'When the learner was registered with the awarding body' },
	{ name: 'certificateAppliedDate', label: 'Certificate Applied Date', wire: 'CertificateAppliedDate', type: 'date', description: 'When the certificate was applied for' },
	{ name: 'achievedDate', label: 'Achieved Date', wire: 'AchievedDate', type: 'date', description: 'When the learner achieved it' },
];

/** What a simplified learning aim shows. */
export const SIMPLE_AIM = ['ID', 'UserID', 'StandardID', 'Status', 'Progress', 'StartDate', 'PlannedEnd', 'AchievedDate'];

/** Reads which learning aim the row means: by its id, or by a learner and the title of the standard. */
export function readAim({ form }: Row): { aim: Pick; learnerPick?: Pick } {
	const aim = form.requiredPick('learningAim', 'Learning Aim');
	const learnerPick = aim.mode === 'name' ? form.requiredPick('learner', 'Learner') : form.pick('learner');
	return { aim, learnerPick };
}

export async function aimId(row: Row, { aim, learnerPick }: { aim: Pick; learnerPick?: Pick }): Promise<number> {
	const byName = aim.mode === 'name' && learnerPick;
	const learnerId = byName ? await row.idOf(learnerPick, KINDS.learner, 'Learner') : undefined;
	return await row.idOf(aim, KINDS.learningAim, 'Learning Aim', { learnerId });
}
