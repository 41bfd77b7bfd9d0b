import { KINDS } from '../../lookup/kinds';
import type { EditorField } from '../fields';
import { locator } from '../locators';

export const classroom = locator('classroom', 'Classroom', KINDS.classroom, 'The classroom', { dependsOn: ['organisation'] });

export const NAME: EditorField = { name: 'name', label: 'Name', wire: 'Name', type: 'string', description: 'The name of the classroom' };

/** Source: working clients; Name and StartOn also help centre 76000057528. */
export const CLASSROOM_FIELDS: EditorField[] = [
	{ name: 'misId', label: 'MIS ID', wire: 'MISID', type: 'string', description: "Your own system's key for the classroom" },
	{ name: 'startOn', label: 'Start Date', wire: 'StartOn', type: 'date', description: 'When the classroom starts' },
	{ name: 'archive', label: 'Archived', wire: 'Archive', type: 'boolean', description: 'Whether the classroom is put away' },
	{ name: 'completionMessage', label: 'Completion Message', wire: 'CompletionMessage', type: 'string', description: 'What learners read when they have finished' },
	{
		name: 'sendCompletionMessage',
		label: 'Send Completion Message',
		wire: 'SendCompletionMessage',
		type: 'boolean',
		description: 'Whether learners get the completion message',
	},
	{ name: 'ivFinalSignOff', label: 'IQA Final Sign-Off', wire: 'IVFinalSignOff', type: 'boolean', description: 'Whether an IQA signs off at the end' },
];
