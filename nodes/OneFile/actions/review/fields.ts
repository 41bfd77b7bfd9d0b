import type { INodeProperties } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import type { EditorField } from '../fields';
import { learner, locator } from '../locators';

/** The learner narrows the list; an id needs none. */
export const reviewFields: INodeProperties[] = [
	{ ...learner, required: false, description: 'The learner whose reviews are listed. Not needed when the review is given By ID.' },
	locator('review', 'Review', KINDS.review, 'The review', { dependsOn: ['learner', 'organisation'] }),
];

/** Source: working clients. Times are UTC: 09:00 in a British summer is 08:00 here. */
export const REVIEW_FIELDS: EditorField[] = [
	{ name: 'createdOn', label: 'Created On', wire: 'CreatedOn', type: 'date', description: 'When the review counts as created, in UTC' },
	{ name: 'startedOn', label: 'Started On', wire: 'StartedOn', type: 'date', description: 'When the review began, in UTC' },
	{ name: 'endTime', label: 'End Time', wire: 'EndTime', type: 'date', description: 'When the review ended, in UTC' },
	{ name: 'assessorSignedOn', label: 'Assessor Signed On', wire: 'AssessorSignedOn', type: 'date', description: 'When the assessor signed, in UTC' },
	{ name: 'learnerSignedOn', label: 'Learner Signed On', wire: 'LearnerSignedOn', type: 'date', description: 'When the learner signed, in UTC' },
	{ name: 'employerSignedOn', label: 'Employer Signed On', wire: 'EmployerSignedOn', type: 'date', description: 'When the employer signed, in UTC' },
	{ name: 'progress', label: 'Progress', wire: 'Progress', type: 'decimal', description: "The learner's progress in percent" },
	{ name: 'status', label: 'Status', wire: 'Status', type: 'number', description: 'A number whose meanings OneFile does not list; 1 is known to be a scheduled review' },
	{ name: 'visitId', label: 'Visit ID', wire: 'VisitID', type: 'number', description: "What 'Create' of a visit returned as ID" },
];

/** What a simplified review shows. */
export const SIMPLE_REVIEW = [
	'ID', 'LearnerID', 'AssessorID', 'EmployerID', 'VisitID', 'Status', 'ScheduledFor', 'StartedOn', 'AssessorSignedOn', 'LearnerSignedOn',
	'EmployerSignedOn', 'Progress',
];
