import { howMany } from '../fields';
import type { Operation } from '../operation';
import { limitOf } from '../reading';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many organisations',
	description: "Get the organisations (centres) of the token's customer",
	fields: [...howMany],
	calls: [
		{ call: 'GET /Customer', source: 'help centre 76000087773' },
		{ call: 'POST /Organisation/Search/{page}/{size}', source: 'help centre 76000087773; the pages: working clients' },
	],
	writes: false,
	run(row) {
		return async () => (await row.lookup.organisations()).slice(0, limitOf(row));
	},
};
