import type { Operation } from '../operation';
import { createPerson } from './creation';
import { personFields, readPerson } from './person';

/** A new account. A learner needs an assessor, a classroom and a placement. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a user',
	description: 'Create an account for a learner, assessor, IQA, employer or observer',
	fields: personFields,
	calls: [{ call: 'POST /User', source: '"Using the OneFile API"; help centre 76000037051' }],
	writes: true,
	run(row) {
		const person = readPerson(row);
		return async () => await createPerson(row, await person());
	},
};
