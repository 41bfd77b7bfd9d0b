import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { KINDS, ROLES, type Kind } from '../../lookup/kinds';
import { nothingToUpdate } from '../changes';
import { collectionOf } from '../fields';
import type { Pick } from '../form';
import { locator, organisation } from '../locators';
import type { Row } from '../row';
import { together } from '../together';
import { NAME_FIELDS, ROLES_WITH_PLACEMENT, ROLE_OPTIONS, USER_FIELDS, roleName } from './fields';

const LEARNER = { show: { role: [ROLES.learner] } };

const provider = locator('provider', 'Provider', KINDS.provider, 'The training provider', { required: false });
const defaultEmployer = locator('defaultEmployer', 'Default Employer', KINDS.employer, "The learner's employer", { required: false });

const names: INodeProperties[] = [
	{ displayName: 'First Name', name: 'firstName', type: 'string', default: '', required: true, description: 'Given names' },
	{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '', required: true, description: 'Family name' },
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'name@email.com',
		default: '',
		description: 'Required with API version v2.1. OneFile may send a mail to it.',
	},
];

const defaultAssessor = locator('defaultAssessor', 'Default Assessor', KINDS.assessor, 'The assessor of the new learner', { dependsOn: ['organisation'] });
const classroom = locator('classroom', 'Classroom', KINDS.classroom, 'The classroom that the learner joins', { dependsOn: ['organisation'] });
const additionalFields = collectionOf('Additional Fields', 'additionalFields', USER_FIELDS, [defaultEmployer, provider]);

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
	...names,
	{ ...defaultAssessor, displayOptions: LEARNER },
	{ ...classroom, displayOptions: LEARNER },
	{
		...locator('placement', 'Placement', KINDS.placement, 'Where the learner works. For employers and observers it is required with API version v2.1.', {
			required: false,
			dependsOn: ['organisation'],
		}),
		displayOptions: { show: { role: ROLES_WITH_PLACEMENT } },
	},
	additionalFields,
];

/** The fields that describe a new learner. */
export const learnerFields: INodeProperties[] = [
	organisation,
	...names,
	defaultAssessor,
	classroom,
	locator('placement', 'Placement', KINDS.placement, 'Where the learner works', { dependsOn: ['organisation'] }),
	additionalFields,
];

interface LinkKind {
	/** Internal name of the field. */
	name: string;
	/** As the editor shows it. */
	field: string;
	wire: string;
	kind: Kind;
}

interface Link extends LinkKind {
	pick: Pick;
}

const ASSESSOR: LinkKind = { name: 'defaultAssessor', field: 'Default Assessor', wire: 'DefaultAssessorID', kind: KINDS.assessor };
const CLASSROOM: LinkKind = { name: 'classroom', field: 'Classroom', wire: 'ClassroomID', kind: KINDS.classroom };
const EMPLOYER: LinkKind = { name: 'defaultEmployer', field: 'Default Employer', wire: 'DefaultEmployerID', kind: KINDS.employer };
const PLACEMENT: LinkKind = { name: 'placement', field: 'Placement', wire: 'PlacementID', kind: KINDS.placement };
const PROVIDER: LinkKind = { name: 'provider', field: 'Provider', wire: 'ProviderID', kind: KINDS.provider };

/**
 * Reads and checks a new person: everything required has to be there, and two rows of one list must not be the same person.
 * What is required follows the API version (source: "Using the OneFile API" for v2, help centre 76000037051 for v2.1).
 *
 * @param wire what the person is recognised by
 * @returns turns names into ids and gives the body of the call
 * @throws OneFileError
 */
export function readPerson(row: Row, wire: 'MISID' | 'Email' = 'MISID'): () => Promise<IDataObject> {
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
	if (!Number.isInteger(role)) form.refuse("'Role' has to be the number of a role of OneFile, such as 1 for a learner");
	if (role === ROLES.traineeAssessor && !newer) form.refuse("'Role' Trainee Assessor needs API version v2.1");
	const links = linksOf(row, role, newer);
	form.check();
	row.claim(`${role} ${wire}`, body[wire], wire === 'Email' ? 'Email' : 'MIS ID');

	return async () => {
		// Every client that works sends the organisation, also with v2, where the page does not ask for it.
		const OrganisationID = await row.organisationId();
		return { ...body, OrganisationID, ...(await idsOf(row, links)) };
	};
}

/** The people and things to which a new person of this role is linked. */
function linksOf({ form }: Row, role: number, newer: boolean): Link[] {
	const links: Link[] = [];
	if (role === ROLES.learner) {
		links.push({ ...ASSESSOR, pick: form.requiredPick('defaultAssessor', ASSESSOR.field) });
		links.push({ ...CLASSROOM, pick: form.requiredPick('classroom', CLASSROOM.field) });
	}
	if (ROLES_WITH_PLACEMENT.includes(role)) {
		const pick = form.pick('placement');
		if (pick) links.push({ ...PLACEMENT, pick });
		else if (role === ROLES.learner || newer) form.lacks(PLACEMENT.field);
	}
	for (const link of [EMPLOYER, PROVIDER]) {
		const pick = form.pick(`additionalFields.${link.name}`);
		if (pick) links.push({ ...link, pick });
	}
	return links;
}

async function idsOf(row: Row, links: Link[]): Promise<IDataObject> {
	const ids = await together(links.map(async ({ wire, pick, kind, field }) => [wire, await row.idOf(pick, kind, field)]));
	return Object.fromEntries(ids) as IDataObject;
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
	provider,
]);

/**
 * Reads and checks the changes to a person.
 *
 * @returns turns names into ids and gives the body of the call
 * @throws OneFileError also when there are no changes
 */
export function readChanges(row: Row): () => Promise<IDataObject> {
	const { form } = row;
	const body = form.collection('updateFields', [...NAME_FIELDS, ...USER_FIELDS]);
	const links = [ASSESSOR, CLASSROOM, EMPLOYER, PLACEMENT, PROVIDER].flatMap((link) => {
		const pick = form.pick(`updateFields.${link.name}`);
		return pick ? [{ ...link, pick }] : [];
	});
	form.check();
	if (Object.keys(body).length + links.length === 0) {
		throw nothingToUpdate();
	}
	return async () => ({ ...body, ...(await idsOf(row, links)) });
}

/** How a person is called in a sentence: `the learner`. */
export function theOne(role: unknown): string {
	return `the ${roleName(Number(role))}`;
}
