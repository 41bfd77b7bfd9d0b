import { KINDS } from '../../lookup/kinds';
import type { Form } from '../form';
import { learner, locator, organisation } from '../locators';
import { make } from '../making';
import type { Operation } from '../operation';
import { together } from '../together';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a visit',
	description: 'Create a visit of an assessor to a learner. Its ID can be given to a review.',
	fields: [
		{ ...learner, description: 'The learner who is visited' },
		locator('assessor', 'Assessor', KINDS.assessor, 'The assessor who visits', { dependsOn: ['organisation'] }),
		{ displayName: 'Start', name: 'dateFrom', type: 'dateTime', default: '', required: true, description: 'When the visit begins, in UTC: 09:00 in a British summer is 08:00' },
		{ displayName: 'End', name: 'dateTo', type: 'dateTime', default: '', required: true, description: 'When the visit ends, in UTC' },
		{
			displayName: 'Visit Type ID',
			name: 'visitTypeId',
			type: 'number',
			default: 2,
			description: 'A number whose meanings OneFile does not list; working clients send 2',
		},
		{ displayName: 'SMS Reminder', name: 'smsReminder', type: 'boolean', default: false, description: 'Whether OneFile reminds the learner with a text message' },
		organisation,
	],
	calls: [{ call: 'POST /Visit', source: 'working clients' }],
	writes: true,
	run(row) {
		const { form } = row;
		const learnerPick = form.requiredPick('learner', 'Learner');
		const assessorPick = form.requiredPick('assessor', 'Assessor');
		const DateFrom = moment(form, 'dateFrom', 'Start');
		const DateTo = moment(form, 'dateTo', 'End');
		if (DateFrom && DateTo && DateTo < DateFrom) form.refuse("'End' is before 'Start'");
		const VisitTypeID = form.number('visitTypeId');
		if (!Number.isInteger(VisitTypeID)) form.refuse("'Visit Type ID' has to be a whole number");
		form.check();
		return async () => {
			const [LearnerID, AssessorID] = await together([
				row.idOf(learnerPick, KINDS.learner, 'Learner'),
				row.idOf(assessorPick, KINDS.assessor, 'Assessor'),
			]);
			const OrganisationID = await row.organisationId();
			const SMSReminder = form.flag('smsReminder');
			return await make(row, '/Visit', { LearnerID, AssessorID, OrganisationID, DateFrom, DateTo, VisitTypeID, SMSReminder }, 'visit');
		};
	},
};

function moment(form: Form, name: string, displayName: string): string | undefined {
	return form.date(form.required(name, displayName), displayName);
}
