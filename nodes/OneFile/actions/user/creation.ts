import type { IDataObject } from 'n8n-workflow';

import { fullName } from '../../lookup/names';
import { OneFileError } from '../../transport/errors';
import { search } from '../../transport/paging';
import { madeId, record, recordId } from '../../transport/shapes';
import type { Row } from '../row';
import { PERSONAL_KEYS } from './fields';
import { theOne } from './person';

/**
 * Creates a person, once. OneFile makes a second record when it is asked twice (source: a partner's manual), so a create that
 * got no answer is not repeated: the person is looked up, and what was found is said.
 *
 * @returns what OneFile answered (`ID`, `Username`) with what was sent, less what is personal
 * @throws OneFileError
 */
export async function createPerson(row: Row, body: IDataObject): Promise<IDataObject> {
	const wanted = `create ${theOne(body.Role)}`;
	const { answer, error } = await row.client.write('/User', body, wanted).then(
		(given) => ({ answer: given, error: undefined }),
		(failure: OneFileError) => ({ answer: undefined, error: failure }),
	);
	if (error?.facts.ambiguous) throw await inDoubt(row, body, error);
	if (error) throw error;
	const made = record(answer.body) ?? {};
	const id = recordId(made) ?? madeId(answer.body);
	const sent = Object.fromEntries(Object.entries(body).filter(([key]) => !PERSONAL_KEYS.has(key)));
	return { ...(id !== undefined && { ID: id }), ...sent, ...made };
}

/** What can be said about a create that got no answer. */
async function inDoubt(row: Row, body: IDataObject, error: OneFileError): Promise<OneFileError> {
	const sought = soughtBy(body);
	const by = sought.words;
	const people = await search(row.client, '/User/Search', sought.filters, `look up ${theOne(body.Role)}`).catch(() => undefined);
	const facts = { ...error.facts, ambiguous: true };
	if (people === undefined) {
		return new OneFileError(`${error.message}; looking the person up afterwards did not work either`, {
			...facts,
			description: `Look in OneFile for the person with ${by} before this row is run again.`,
		});
	}
	if (people.length === 0) {
		return new OneFileError(`${error.message}. Nobody with ${by} is in OneFile: the row was not carried out`, {
			...facts,
			ambiguous: false,
			description: 'This row can be run again.',
		});
	}
	const there = people.map((person) => `${String(recordId(person))} (${fullName(person)})`).join(', ');
	return new OneFileError(`${error.message}. In OneFile there is now, with ${by}: ${there}`, {
		...facts,
		description: 'The account was probably made by this row. Do not run it again before you have looked at it in OneFile.',
	});
}

function soughtBy(body: IDataObject): { filters: IDataObject; words: string } {
	const filters = { OrganisationID: body.OrganisationID, Role: body.Role };
	if (body.MISID) return { filters: { ...filters, MISID: body.MISID }, words: `MIS ID '${String(body.MISID)}'` };
	if (body.Email) return { filters: { ...filters, Email: body.Email }, words: `e-mail '${String(body.Email)}'` };
	const { FirstName, LastName } = body;
	return { filters: { ...filters, FirstName, LastName }, words: `the name '${fullName(body)}'` };
}
