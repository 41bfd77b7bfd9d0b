import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { ROLES } from '../../lookup/kinds';
import { fullName, sameText } from '../../lookup/names';
import type { OneFileClient } from '../../transport/client';
import { OneFileError } from '../../transport/errors';
import { search } from '../../transport/paging';
import { recordId } from '../../transport/shapes';
import type { Row } from '../row';
import { createPerson } from './creation';
import { PERSONAL_KEYS } from './fields';
import { theOne } from './person';

/** What a person is recognised by, as the wire calls it. */
type Match = 'MISID' | 'Email';

export const matchBy: INodeProperties = {
	displayName: 'Match By',
	name: 'matchBy',
	type: 'options',
	default: 'misId',
	options: [
		{ name: 'Email', value: 'email' },
		{ name: 'MIS ID', value: 'misId', description: 'The MIS ID under Additional Fields' },
	],
	description:
		'How somebody who is in OneFile already is recognised, among people of the same role and organisation. What OneFile writes once is left alone then: the MIS ID, start and planned end date of a learner, the names and email of others. Update changes those too.',
};

/** What OneFile's own products write once and never again (source: help centre 76000057528). */
const WRITTEN_ONCE: Record<string, string[]> = {
	learner: ['MISID', 'StartOn', 'PlannedEndDate'],
	other: ['FirstName', 'LastName', 'Email'],
};

/** Reads what the person is recognised by; the value has to be there. */
export function readMatch(row: Row): Match {
	const byEmail = row.value<string>('matchBy', 'misId') === 'email';
	if (byEmail) row.form.required('email', 'Email');
	else row.form.required('additionalFields.misId', 'MIS ID (under Additional Fields)');
	return byEmail ? 'Email' : 'MISID';
}

/**
 * Creates the person, or updates who is there already.
 *
 * @returns the person, with `created`
 * @throws OneFileError also when there are several of them
 */
export async function createOrUpdate(row: Row, body: IDataObject, wire: Match): Promise<IDataObject> {
	const same = await existing(row.client, body, wire);
	if (same.length > 1) throw several(same, wire === 'Email' ? 'Email' : 'MIS ID', String(body[wire]));
	if (same.length === 0) return { ...(await createNamed(row, body, wire)), created: true };
	return { ...(await update(row.client, same[0], body)), created: false };
}

/** Creates the person and, should OneFile not say their id (onefile-api 8.6), looks it up: nobody like that was there before. */
async function createNamed(row: Row, body: IDataObject, wire: Match): Promise<IDataObject> {
	const made = await createPerson(row, body);
	if (recordId(made) !== undefined) return made;
	const [found] = await existing(row.client, body, wire).catch(() => []);
	return found ? { ID: recordId(found), ...made } : made;
}

async function existing(client: OneFileClient, body: IDataObject, wire: string): Promise<IDataObject[]> {
	const filters = { OrganisationID: body.OrganisationID, Role: body.Role, [wire]: body[wire] };
	const people = await search(client, '/User/Search', filters, `look up ${theOne(body.Role)}`);
	// The stubs of a search carry the MIS ID, so it can be checked here; they carry no e-mail.
	return wire === 'MISID' ? people.filter((person) => sameText(person.MISID, body.MISID)) : people;
}

async function update(client: OneFileClient, person: IDataObject, body: IDataObject): Promise<IDataObject> {
	const once = new Set(['Role', 'OrganisationID', ...(body.Role === ROLES.learner ? WRITTEN_ONCE.learner : WRITTEN_ONCE.other)]);
	const changes = Object.fromEntries(Object.entries(body).filter(([key]) => !once.has(key)));
	const id = recordId(person);
	if (Object.keys(changes).length > 0) await client.write(`/User/${id}`, changes, `update ${theOne(body.Role)}`);
	const shown = ([key]: [string, unknown]) => !PERSONAL_KEYS.has(key);
	// What was not changed is shown as OneFile has it, as far as the search tells.
	const sent = Object.fromEntries(Object.entries(body).filter(shown));
	return { ...sent, ...person, ...Object.fromEntries(Object.entries(changes).filter(shown)), ID: id };
}

function several(people: IDataObject[], field: string, value: string): OneFileError {
	const listed = people.map((person) => `${String(recordId(person))} (${fullName(person)})`).join(', ');
	return new OneFileError(`${people.length} people have the ${field} '${value}'`, {
		description: `Which one is meant is not guessed. Update the right one by id instead: ${listed}`,
		field,
	});
}
