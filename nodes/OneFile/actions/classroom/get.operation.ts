import { KINDS } from '../../lookup/kinds';
import { organisation } from '../locators';
import type { Operation } from '../operation';
import { getOne } from '../reading';
import { classroom } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a classroom',
	description: 'Get one classroom',
	fields: [classroom, organisation],
	calls: [{ call: 'GET /Classroom/{id}', source: 'working clients' }],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('classroom', 'Classroom');
		row.form.check();
		return async () => {
			const id = await row.idOf(pick, KINDS.classroom, 'Classroom');
			return await getOne(row, `/Classroom/${id}`, `classroom with the id ${id}`, 'Classroom');
		};
	},
};
