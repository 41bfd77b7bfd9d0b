'use strict';

const { connect } = require('../engine/connect');
const { activate } = require('../engine/poll');
const { MINUTE, careLearner, ids, office, pass, sorted } = require('./happenings');

const UPDATED = { event: 'userUpdated' };
const CREATED = { event: 'userCreated' };
const numbers = (count) => Array.from({ length: count }, (_, index) => index);

describe('faults', () => {
	const changed = numbers(60).map((number) => careLearner(number));
	const afterReads = (skip) => ({
		match: { method: 'GET', path: '^/User/\\d+' },
		skip,
		times: 1,
		do: 'status',
		status: 409,
		body: { code: -77, message: 'Busy.' },
	});

	test('a read that is refused half way: nobody is lost, nobody is sent twice', async () => {
		const { sandbox, n8n } = await connect();
		const trigger = await activate(n8n, UPDATED);
		for (const id of changed) sandbox.control.changeUser(id, { Telephone: '1' });
		const sent = [];
		for (const skip of [13, 17]) {
			sandbox.control.faults(afterReads(skip));
			sent.push(...(await trigger.poll()));
		}
		expect(sent.length).toBeGreaterThan(20);
		expect(sent.length).toBeLessThan(60);
		sent.push(...(await trigger.poll()));
		expect(sorted(ids(sent))).toEqual(changed);
		expect(await trigger.poll()).toEqual([]);
	});

	test('the one who could not be read changed long before the others: not lost either', async () => {
		const { sandbox, n8n } = await connect();
		const trigger = await activate(n8n, UPDATED);
		sandbox.control.changeUser(careLearner(5), { Telephone: '1' });
		pass(sandbox, 20 * MINUTE);
		sandbox.control.changeUser(careLearner(1), { Telephone: '1' });
		const path = `/User/${careLearner(5)}$`;
		sandbox.control.faults({
			match: { path },
			do: 'status',
			status: 409,
			body: { code: -77, message: 'Busy.' },
		});
		expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
		expect(ids(await trigger.poll())).toEqual([careLearner(5)]);
	});

	test('n8n breaks down after such a poll: the same', async () => {
		const { sandbox, n8n } = await connect();
		const trigger = await activate(n8n, UPDATED);
		for (const id of changed) sandbox.control.changeUser(id, { Telephone: '1' });
		sandbox.control.faults(afterReads(25));
		const first = await trigger.poll();
		const after = await trigger.restart();
		expect(sorted(ids([...first, ...after.atActivation]))).toEqual(changed);
	});

	test('when nothing could be read the poll says why in words, and the next one has it all', async () => {
		const { sandbox, n8n } = await connect();
		const trigger = await activate(n8n, UPDATED);
		await (await office(sandbox)).changes(careLearner(1));
		sandbox.control.faults({
			match: { method: 'GET' },
			do: 'status',
			status: 409,
			body: { code: -77, message: 'Busy.' },
		});
		await expect(trigger.poll()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(/^OneFile did not read a person: Busy\./),
		});
		expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
		sandbox.control.faults({
			match: { path: '/User/Search' },
			do: 'status',
			status: 409,
			body: { code: -77, message: 'Busy.' },
		});
		await (await office(sandbox)).changes(careLearner(2));
		await expect(trigger.poll()).rejects.toThrow(/did not list who changed/);
		expect(ids(await trigger.poll())).toEqual([careLearner(2)]);
	});

	test('a search that once comes back empty has nobody sent twice', async () => {
		const { sandbox, n8n } = await connect();
		const people = await office(sandbox);
		const updated = await activate(n8n, UPDATED);
		const created = await activate(n8n, CREATED);
		const ID = await people.enrols();
		await people.changes(careLearner(1));
		await Promise.all([updated.poll(), created.poll()]);
		sandbox.control.faults({ match: { path: '/User/Search/' }, times: 2, do: 'status', status: 204 });
		expect([await updated.poll(), await created.poll()]).toEqual([[], []]);
		expect([await updated.poll(), await created.poll()]).toEqual([[], []]);
		await people.changes(ID);
		expect(ids(await updated.poll())).toEqual([ID]);
	});

	test.each([404, 400, 204])(
		'somebody who is listed but not there any more (%d) holds nobody up',
		async (unknownId) => {
			const { sandbox, n8n } = await connect({ quirks: { unknownId } });
			const trigger = await activate(n8n, UPDATED);
			const people = await office(sandbox);
			await people.changes(careLearner(1));
			await people.changes(careLearner(2));
			const body =
				unknownId === 400 ? { code: -77, message: 'The requested record was not found.' } : undefined;
			sandbox.control.faults({
				match: { path: `/User/${careLearner(1)}$` },
				do: 'status',
				status: unknownId,
				body,
			});
			expect(ids(await trigger.poll())).toEqual([careLearner(2)]);
		},
	);
});
