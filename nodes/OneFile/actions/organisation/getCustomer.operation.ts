import type { Operation } from '../operation';
import { getOne } from '../reading';

export const getCustomer: Operation = {
	value: 'getCustomer',
	name: 'Get Customer',
	action: 'Get the customer',
	description: 'Get the OneFile customer that the token belongs to, above all its organisations',
	fields: [],
	calls: [{ call: 'GET /Customer', source: 'help centre 76000087773' }],
	writes: false,
	run(row) {
		return async () => await getOne(row, '/Customer', 'customer of this token', 'Customer Token');
	},
};
