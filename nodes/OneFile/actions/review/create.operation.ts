import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { collectionOf } from '../fields';
import { learner, locator, organisation } from '../locators';
import { make } from '../making';
import type { Operation } from '../operation';
import { together } from '../together';
import { REVIEW_FIELDS } from './fields';

const employer = locator('employer', 'Employer', KINDS.employer, 'The employer who takes part', { required: false, dependsOn: ['organisation'] });

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a review',
	description: 'Create a review of a learner with their assessor and, where they take part, their employer',
	fields: [
		{ ...learner, description: 'The learner who is reviewed' },
		locator('assessor', 'Assessor', KINDS.assessor, 'The assessor who leads the review', { dependsOn: ['organisation'] }),
		{ displayName: 'Scheduled For', name: 'scheduledFor', type: 'dateTime', default: '', description: 'When the review takes place, in UTC: 09:00 in a British summer is 08:00' },
		organisation,
		collectionOf('Additional Fields', 'additionalFields', REVIEW_FIELDS, [employer]),
	],
	calls: [{ call: 'POST /Review', source: 'working clients' }],
	writes: true,
	run(row) {
		const { form } = row;
		const learnerPick = form.requiredPick('learner', 'Learner');
		const assessorPick = form.requiredPick('assessor', 'Assessor');
		const employerPick = form.pick('additionalFields.employer');
		const scheduled = form.date(row.value('scheduledFor', ''), 'Scheduled For');
		const body: IDataObject = { ...(scheduled !== undefined && { ScheduledFor: scheduled }), ...form.collection('additionalFields', REVIEW_FIELDS) };
		form.check();
		return async () => {
			const [LearnerID, AssessorID, EmployerID] = await together([
				row.idOf(learnerPick, KINDS.learner, 'Learner'),
				row.idOf(assessorPick, KINDS.assessor, 'Assessor'),
				employerPick && row.idOf(employerPick, KINDS.employer, 'Employer'),
			]);
			return await make(row, '/Review', { LearnerID, AssessorID, ...(EmployerID !== undefined && { EmployerID }), ...body }, 'review');
		};
	},
};
