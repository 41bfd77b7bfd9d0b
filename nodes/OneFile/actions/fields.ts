import type { INodeProperties } from 'n8n-workflow';

import type { WireField } from './form';

/** Return All and Limit, for every Get Many. */
export const howMany: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** A field of the wire with what the editor says about it. */
export interface EditorField extends WireField {
	description?: string;
	placeholder?: string;
	/** The method of the node that loads the centre's own list of values. */
	optionsFrom?: 'getLearnerStatuses' | 'getLearningAimStatuses';
}

const PARAMETER_TYPES = {
	string: 'string',
	date: 'dateTime',
	day: 'dateTime',
	boolean: 'boolean',
	number: 'number',
	decimal: 'number',
	list: 'string',
} as const;
const DEFAULTS = { string: '', date: '', day: '', boolean: false, number: 0, decimal: 0, list: '' } as const;

/** The editor's field for a field of the wire. */
export function propertyOf(field: EditorField): INodeProperties {
	const { name, label, placeholder, optionsFrom } = field;
	if (optionsFrom) return listedProperty(field, optionsFrom);
	const description = descriptionOf(field);
	return {
		displayName: label,
		name,
		type: PARAMETER_TYPES[field.type],
		default: DEFAULTS[field.type],
		...(description !== undefined && { description }),
		...(placeholder !== undefined && { placeholder }),
	};
}

/** What an AI agent, too, has to know to fill the field. */
function descriptionOf({ type, description }: EditorField): string | undefined {
	if (type !== 'date' && type !== 'day') return description;
	return description === undefined ? 'Written as YYYY-MM-DD' : `${description}. Written as YYYY-MM-DD${type === 'date' ? ', with a time if need be' : ''}.`;
}

/** A menu that the centre's own list fills; n8n words such fields alike everywhere. */
function listedProperty({ name, label, description }: EditorField, loadOptionsMethod: string): INodeProperties {
	const choose = 'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
	return {
		displayName: `${label} Name or ID`,
		name,
		type: 'options',
		typeOptions: { loadOptionsMethod, loadOptionsDependsOn: ['organisation.value'] },
		default: '',
		description: description === undefined ? choose : `${description}. ${choose}.`,
	};
}

/** Optional fields that are added one by one. */
export function collectionOf(displayName: string, name: string, fields: EditorField[], more: INodeProperties[] = []): INodeProperties {
	return {
		displayName,
		name,
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: byDisplayName([...fields.map(propertyOf), ...more]),
	};
}

/** Alphabetical, as n8n shows the entries of a collection. */
function byDisplayName(properties: INodeProperties[]): INodeProperties[] {
	return [...properties].sort((one, other) => one.displayName.localeCompare(other.displayName, 'en-GB'));
}
