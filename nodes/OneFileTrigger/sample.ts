import type { IDataObject } from 'n8n-workflow';

import { OneFileError } from '../OneFile/transport/errors';
import { valueIn } from '../OneFile/transport/shapes';
import { earliest } from './moments';
import type { Scope } from './scope';

const LOOK_BACK_MS = 30 * 86_400_000;
/** So many people are looked at for one who is in the chosen classroom. */
const TRIED = 50;

/**
 * Who changed last, for a test run in the editor; somebody else in scope when nobody has changed for a month.
 *
 * @throws OneFileError when there is nobody
 */
export async function sample({ event, people, shape }: Scope): Promise<IDataObject> {
	const now = Date.now();
	const { after } = await people.newestChange(now - LOOK_BACK_MS, now);
	const changed = await people.changedSince(after);
	const others = await people.everyone(TRIED);
	const ids = [...new Set([...changed, ...others])].slice(0, TRIED);
	let last: IDataObject | undefined;
	for (const id of ids) {
		// Those who changed last come first; among the others anyone will do.
		if (last && !changed.includes(id)) break;
		const person = await people.read(id);
		if (person && people.fits(person) && modified(person) >= modified(last)) last = person;
	}
	if (last) return { event, ...(event === 'learnerProgress' && { previousProgress: null }), ...shape(last) };
	throw new OneFileError('There is nobody to show', {
		description:
			ids.length > 0
				? `None of the ${ids.length} people who were looked at is in the chosen classroom. The trigger itself works all the same.`
				: "No person in OneFile has the chosen 'Role' and 'Organisation'. The trigger itself works all the same.",
	});
}

function modified(person: IDataObject | undefined): number {
	return (person && earliest(valueIn(person, 'LastModified'))) ?? 0;
}
