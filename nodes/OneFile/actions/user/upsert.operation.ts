import type { Operation } from '../operation';
import { createOrUpdate, matchBy, readMatch } from './matching';
import { personFields, readPerson } from './person';

/** The same list can be run twice: who is there already is updated and not made a second time. */
export const upsert: Operation = {
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a user',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	fields: [matchBy, ...personFields],
	calls: [
		{ call: 'POST /User/Search/{page}/{size}', source: 'help centre 76000087773' },
		{ call: 'POST /User', source: '"Using the OneFile API"; help centre 76000037051' },
		{ call: 'POST /User/{id}', source: 'help centre 76000037054; working clients' },
	],
	writes: true,
	run(row) {
		const wire = readMatch(row);
		const person = readPerson(row, wire);
		return async () => await createOrUpdate(row, await person(), wire);
	},
};
