import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { sameText } from '../../lookup/names';
import { OneFileError } from '../../transport/errors';
import { search } from '../../transport/paging';
import { recordId, valueIn } from '../../transport/shapes';
import type { Row } from '../row';

/** Which units of the standard a learner gets. */
export const unitFields: INodeProperties[] = [
	{
		displayName: 'Units',
		name: 'assignUnits',
		type: 'options',
		default: 'all',
		options: [
			{ name: 'All', value: 'all', description: 'Every unit of the standard' },
			{ name: 'Chosen', value: 'chosen', description: 'Only some of its units' },
			{ name: 'None', value: 'none', description: 'The standard alone' },
		],
		description: 'Which units of the standard the learner gets. Each costs one call.',
	},
	{
		displayName: 'Unit Names or IDs',
		name: 'units',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUnits', loadOptionsDependsOn: ['standard.value', 'organisation.value'] },
		default: [],
		required: true,
		displayOptions: { show: { assignUnits: ['chosen'] } },
		description: 'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
];

/** Reads the choice: all units of the standard, or those named by id or title (a list, or a text with commas). */
export function readUnits(row: Row): 'all' | string[] {
	const choice = row.value<string>('assignUnits', 'all');
	if (choice !== 'chosen') return choice === 'none' ? [] : 'all';
	const value = row.value<unknown>('units', []);
	const parts = Array.isArray(value) ? value : String(value ?? '').split(',');
	const units = parts.map((part) => String(part).trim()).filter((part) => part !== '');
	if (units.length === 0) row.form.lacks('Units');
	return units;
}

/**
 * The ids of the units that the learner is to have.
 *
 * @throws OneFileError when the standard has no such unit
 */
export async function wantedUnits(row: Row, chosen: 'all' | string[], standardId: number, organisationId: number): Promise<string[]> {
	if (chosen.length === 0) return [];
	const units = await row.lookup.once(`units of ${standardId} in ${organisationId}`, async () => {
		return await search(row.client, KINDS.unit.path, { OrganisationID: organisationId, StandardID: standardId }, 'list the units');
	});
	if (chosen === 'all') return units.map((unit) => String(recordId(unit)));
	return chosen.map((named) => unitNamed(named, units, standardId));
}

function unitNamed(named: string, units: IDataObject[], standardId: number): string {
	const byId = units.filter((unit) => String(recordId(unit)) === named);
	const found = byId.length > 0 ? byId : units.filter((unit) => sameText(valueIn(unit, 'Title'), named));
	if (found.length === 1) return String(recordId(found[0]));
	const has = units.map((unit) => `${String(recordId(unit))} (${String(valueIn(unit, 'Title'))})`).join(', ');
	throw new OneFileError(found.length === 0 ? `Standard ${standardId} has no unit '${named}'` : `Standard ${standardId} has several units '${named}'`, {
		description: `Name its units by id or exact title, with commas between them. It has: ${has || 'none'}. Nothing was written for this row.`,
		field: 'Units',
	});
}
