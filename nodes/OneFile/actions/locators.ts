import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { KINDS, type Kind } from '../lookup/kinds';

/** Shown while a list is fetched: OneFile's limit may hold it back. */
const SLOW = { message: "OneFile's limit of calls a minute may hold this list back for a moment", timeout: 5000 };

const WHOLE_NUMBER = {
	type: 'regex',
	properties: { regex: '^\\s*\\d+\\s*$', errorMessage: "OneFile's ids are whole numbers" },
};

/** How a kind can be chosen: from a list, by id, and by what a spreadsheet holds. */
function waysTo(kind: Kind): INodePropertyMode[] {
	const ways = new Set<string>(['list', 'id', ...kind.ways]);
	const examples = {
		name: kind === KINDS.learningAim ? 'the exact title of its standard' : kind.title ? `the ${kind.what}'s exact name` : 'Kate Anderson',
		id: kind.textId ? 'KS_COMM1' : '15379',
	};
	const all: Pick<INodeProperties, 'modes'> = {
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select the ${kind.what}...`,
				typeOptions: { searchListMethod: kind.listMethod, searchable: true, slowLoadNotice: SLOW },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${examples.id}`,
				...(!kind.textId && { validation: [WHOLE_NUMBER] }),
			},
			{ displayName: 'By MIS ID', name: 'misId', type: 'string', placeholder: 'e.g. L0001' },
			{ displayName: 'By E-Mail', name: 'email', type: 'string', placeholder: 'e.g. name@email.com' },
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: `e.g. ${examples.name}` },
		],
	};
	return (all.modes ?? []).filter(({ name }) => ways.has(name));
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
		modes: waysTo(kind),
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
