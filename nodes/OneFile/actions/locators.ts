import type { INodeProperties } from 'n8n-workflow';

import { KINDS, type Kind } from '../lookup/kinds';

/** Shown while a list is fetched: OneFile's limit may hold it back. */
const SLOW = { message: "OneFile's limit of calls a minute may hold this list back for a moment", timeout: 5000 };

const WHOLE_NUMBER = {
	type: 'regex',
	properties: { regex: '^\\s*\\d+\\s*$', errorMessage: "OneFile's ids are whole numbers" },
};

const FROM_LIST = { displayName: 'From List', name: 'list', type: 'list' } as const;

function searchBy(kind: Kind) {
	return { searchListMethod: kind.listMethod, searchable: true, slowLoadNotice: SLOW };
}

/** How people can be chosen: from a list, by id, and by what a spreadsheet holds. */
function waysToPeople(kind: Kind): Pick<INodeProperties, 'modes'> {
	return {
		modes: [
			{ ...FROM_LIST, placeholder: `Select the ${kind.what}...`, typeOptions: searchBy(kind) },
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 122762', validation: [WHOLE_NUMBER] },
			{ displayName: 'By MIS ID', name: 'misId', type: 'string', placeholder: 'e.g. L0001' },
			{ displayName: 'By E-Mail', name: 'email', type: 'string', placeholder: 'e.g. name@email.com' },
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. Kate Anderson' },
		],
	};
}

/** How things with a title can be chosen. */
function waysToThings(kind: Kind): Pick<INodeProperties, 'modes'> {
	return {
		modes: [
			{ ...FROM_LIST, placeholder: `Select the ${kind.what}...`, typeOptions: searchBy(kind) },
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: kind.textId ? 'e.g. KS_COMM1' : 'e.g. 15379',
				...(!kind.textId && { validation: [WHOLE_NUMBER] }),
			},
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: `e.g. the ${kind.what}'s exact name` },
		],
	};
}

/**
 * A field that holds a person or thing of OneFile.
 *
 * @param dependsOn names of fields whose change makes the list stale
 */
export function locator(
	name: string,
	displayName: string,
	kind: Kind,
	description: string,
	{ required = true, dependsOn = [] }: { required?: boolean; dependsOn?: string[] } = {},
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required,
		description,
		...(kind.title ? waysToThings(kind) : waysToPeople(kind)),
		...(dependsOn.length > 0 && { typeOptions: { loadOptionsDependsOn: dependsOn.map((field) => `${field}.value`) } }),
	};
}

/** The organisation of a node, where there is more than one. */
export const organisation: INodeProperties = locator(
	'organisation',
	'Organisation',
	KINDS.organisation,
	"The organisation (centre). Empty means the credential's default, or the only one that the account has.",
	{ required: false },
);

export const learner: INodeProperties = locator('learner', 'Learner', KINDS.learner, 'The learner', {
	dependsOn: ['organisation'],
});
