import { KINDS } from '../../lookup/kinds';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';
import { provider } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a provider',
	description: 'Get one provider',
	fields: [provider, organisation],
	calls: [{ call: 'GET /Provider/{id}', source: 'a working client' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('provider', 'Provider');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.provider, 'Provider');
			return await getOne(row, `/Provider/${id}`, `provider with the id ${id}`, 'Provider');
		};
	},
};
