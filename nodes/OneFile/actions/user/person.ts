import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { KINDS, ROLES } from '../../lookup/kinds';
import { OneFileError } from '../../transport/errors';
import { locator, organisation } from '../locators';
import type { Pick } from '../form';
import type { Row } from '../row';
import { NAME_FIELDS, ROLES_WITH_PLACEMENT, ROLE_OPTIONS, USER_FIELDS, collectionOf, roleName } from './fields';

const LEARNER = { show: { role: [ROLES.learner] } };

const defaultEmployer = locator('defaultEmployer', 'Default Employer', KINDS.employer, "The learner's employer", { required: false });

/** The fields that describe a new person; the role picks which are shown. */
export const personFields: INodeProperties[] = [
	{
		displayName: 'Role',
		name: 'role',
		type: 'options',
		default: 1,
		options: ROLE_OPTIONS,
		description: 'OneFile has one account for each role: somebody with two roles has two accounts',
	},
	organisation,
	{ displayName: 'First Name', name: 'firstName', type: 'string', default: '', required: true },
	{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '', required: true },
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'name@email.com',
		default: '',
		description: 'Required with API version v2.1. OneFile may send a mail to it.',
	},
	{
		...locator('defaultAssessor', 'Default Assessor', KINDS.assessor, 'The assessor of the new learner', { dependsOn: ['organisation'] }),
		displayOptions: LEARNER,
	},
	{
		...locator('classroom', 'Classroom', KINDS.classroom, 'The classroom that the learner joins', { dependsOn: ['organisation'] }),
		displayOptions: LEARNER,
	},
	{
		...locator('placement', 'Placement', KINDS.placement, 'Where the learner works. For employers and observers it is required with API version v2.1.', {
			required: false,
			dependsOn: ['organisation'],
		}),
		displayOptions: { show: { role: ROLES_WITH_PLACEMENT } },
	},
	collectionOf('Additional Fields', 'additionalFields', USER_FIELDS, [defaultEmployer]),
];

interface Picked {
	wire: string;
	pick: Pick;
	kind: (typeof KINDS)[keyof typeof KINDS];
	field: string;
}

/**
 * Reads and checks a new person. No call is made before everything required is there; then names become ids.
 * Two rows of one list must not be the same person.
 * What is required follows the API version (source: "Using the OneFile API" for v2, help centre 76000037051 for v2.1).
 *
 * @param wire what the person is recognised by
 * @throws OneFileError
 */
export async function readPerson(row: Row, wire: 'MISID' | 'Email' = 'MISID'): Promise<IDataObject> {
	const { form } = row;
	const role = Number(row.value('role', ROLES.learner));
	const newer = row.client.account.version === 'v2.1';
	const body: IDataObject = {
		FirstName: form.required('firstName', 'First Name'),
		LastName: form.required('lastName', 'Last Name'),
		Role: role,
		...emailOf(newer ? form.required('email', 'Email') : form.text('email')),
		...form.collection('additionalFields', USER_FIELDS),
	};
	if (role === ROLES.traineeAssessor && !newer) form.refuse("'Role' Trainee Assessor needs API version v2.1");
	const picks: Picked[] = [];
	if (role === ROLES.learner) {
		picks.push(
			{ wire: 'DefaultAssessorID', kind: KINDS.assessor, field: 'Default Assessor', pick: form.requiredPick('defaultAssessor', 'Default Assessor') },
			{ wire: 'ClassroomID', kind: KINDS.classroom, field: 'Classroom', pick: form.requiredPick('classroom', 'Classroom') },
		);
	}
	if (ROLES_WITH_PLACEMENT.includes(role)) {
		const placement = form.pick('placement');
		if (placement) picks.push({ wire: 'PlacementID', kind: KINDS.placement, field: 'Placement', pick: placement });
		else if (role === ROLES.learner || newer) form.lacks('Placement');
	}
	const employer = form.pick('additionalFields.defaultEmployer');
	if (employer) picks.push({ wire: 'DefaultEmployerID', kind: KINDS.employer, field: 'Default Employer', pick: employer });
	form.check();
	row.claim(`${role} ${wire}`, body[wire], wire === 'Email' ? 'Email' : 'MIS ID');

	// Every client that works sends the organisation, also with v2, where the page does not ask for it.
	body.OrganisationID = await row.organisationId();
	await Promise.all(
		picks.map(async ({ wire, pick, kind, field }) => {
			body[wire] = await row.idOf(pick, kind, field);
		}),
	);
	return body;
}

function emailOf(email: string): IDataObject {
	return email ? { Email: email } : {};
}

/** The fields of a person that can be changed. */
export const updateFields: INodeProperties = collectionOf('Update Fields', 'updateFields', [...NAME_FIELDS, ...USER_FIELDS], [
	locator('classroom', 'Classroom', KINDS.classroom, 'The classroom to move the learner to', { required: false }),
	locator('defaultAssessor', 'Default Assessor', KINDS.assessor, 'The new default assessor', { required: false }),
	defaultEmployer,
	locator('placement', 'Placement', KINDS.placement, 'The new placement', { required: false }),
]);

/** Reads the changes to a person. @throws OneFileError when there are none */
export async function readChanges(row: Row): Promise<IDataObject> {
	const { form } = row;
	const body = form.collection('updateFields', [...NAME_FIELDS, ...USER_FIELDS]);
	const picks: Array<Omit<Picked, 'pick'> & { name: string }> = [
		{ name: 'classroom', wire: 'ClassroomID', kind: KINDS.classroom, field: 'Classroom' },
		{ name: 'defaultAssessor', wire: 'DefaultAssessorID', kind: KINDS.assessor, field: 'Default Assessor' },
		{ name: 'defaultEmployer', wire: 'DefaultEmployerID', kind: KINDS.employer, field: 'Default Employer' },
		{ name: 'placement', wire: 'PlacementID', kind: KINDS.placement, field: 'Placement' },
	];
	form.check();
	await Promise.all(
		picks.map(async ({ name, wire, kind, field }) => {
			const pick = form.pick(`updateFields.${name}`);
			if (pick) body[wire] = await row.idOf(pick, kind, field);
		}),
	);
	if (Object.keys(body).length === 0) {
		throw new OneFileError('There is nothing to update', {
			description: "Add the fields to change under 'Update Fields'. Empty values are not sent: they never clear a field.",
			field: 'Update Fields',
		});
	}
	return body;
}

/** How a person is called in a sentence: `the learner`. */
export function theOne(role: unknown): string {
	return `the ${roleName(Number(role))}`;
}
