import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../OneFile/actions/locators';
import { ROLE_OPTIONS } from '../OneFile/actions/user/fields';
import { KINDS } from '../OneFile/lookup/kinds';

export const properties: INodeProperties[] = [
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'userCreated',
		options: [
			{
				name: 'Learner or Staff Member Archived',
				value: 'userArchived',
				description: 'Somebody is archived, if your OneFile shows it: by a field of the record, or by leaving archived people out of searches. Every poll lists all people, one call for each 100.',
			},
			{
				name: 'Learner or Staff Member Created',
				value: 'userCreated',
				description: 'Somebody is created after the workflow was activated',
			},
			{
				name: 'Learner or Staff Member Updated',
				value: 'userUpdated',
				description: 'Anything that OneFile holds about somebody changes; creating them does not count',
			},
			{
				name: 'Progress of a Learner Changed',
				value: 'learnerProgress',
				description: "A learner's overall progress goes up or down. After the activation everybody's progress is read once, one call each, to compare with.",
			},
		],
	},
	{
		displayName: 'Role',
		name: 'role',
		type: 'options',
		default: 0,
		options: [{ name: 'Any', value: 0 }, ...ROLE_OPTIONS],
		displayOptions: { hide: { event: ['learnerProgress'] } },
	},
	locator('organisation', 'Organisation', KINDS.organisation, "Only people of this organisation (centre). Empty means the credential's default, or all that the account has.", {
		required: false,
	}),
	locator('classroom', 'Classroom', KINDS.classroom, 'Only people who are in this classroom', {
		required: false,
		dependsOn: ['organisation'],
	}),
	{
		displayName: 'Check Every Learner',
		name: 'everyLearner',
		type: 'boolean',
		default: false,
		description:
			"Whether to read all learners in turn as well, as many at each poll as take a quarter of the account's calls in a minute. Only needed if your OneFile does not count progress as a change of the learner.",
		displayOptions: { show: { event: ['learnerProgress'] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
];
