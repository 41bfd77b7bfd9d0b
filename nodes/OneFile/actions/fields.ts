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

const PARAMETER_TYPES = { string: 'string', date: 'dateTime', boolean: 'boolean', number: 'number', list: 'string' } as const;
const DEFAULTS = { string: '', date: '', boolean: false, number: 0, list: '' } as const;

/** The editor's field for a field of the wire. */
export function propertyOf(field: WireField & { description?: string; placeholder?: string }): INodeProperties {
	const { name, label, description, placeholder } = field;
	return {
		displayName: label,
		name,
		type: PARAMETER_TYPES[field.type],
		default: DEFAULTS[field.type],
		...(description !== undefined && { description }),
		...(placeholder !== undefined && { placeholder }),
	};
}

/** Alphabetical, as n8n shows the entries of a collection. */
export function byDisplayName(properties: INodeProperties[]): INodeProperties[] {
	return [...properties].sort((one, other) => one.displayName.localeCompare(other.displayName, 'en-GB'));
}
