'use strict';

const { callCounts, connect, credentialFor } = require('../engine/connect');
const { startEngine } = require('../engine/engine');
const { activate } = require('../engine/poll');
const { HOUR, MINUTE, care, careLearner, ids, office, pass, sorted, until } = require('./happenings');

const UPDATED = { event: 'userUpdated' };
const CREATED = { event: 'userCreated' };
const numbers = (count) => Array.from({ length: count }, (_, index) => index);

/** Something inside OneFile changes somebody, with a LastModified of its own choosing. */
const changeAt = (sandbox, id, moment) =>
	sandbox.control.changeUser(id, {
		Telephone: String(Math.random()),
		LastModified: new Date(moment).toISOString(),
	});
const oneFileTime = (sandbox) => sandbox.clock.now();

async function pollAll(trigger, times) {
	const sent = [];
	for (let poll = 0; poll < times; poll++) sent.push(...(await trigger.poll()));
	return sent;
}

describe('more changes than a page holds', () => {
	test.each([
		['a page of 100', {}],
		['pages cut to 50', { maxPageSize: 50 }],
		['in no order', { quirks: { order: 'shuffled' } }],
		['the last page repeated', { quirks: { pastTheEnd: 'repeatLastPage' } }],
	])('250 changes, %s', async (_, settings) => {
		const { sandbox, n8n } = await connect(settings);
		const trigger = await activate(n8n, UPDATED);
		const changed = numbers(250).map((number) => 200001 + number);
		for (const id of changed) sandbox.control.changeUser(id, { Telephone: '1' });
		expect(sorted(ids(await trigger.poll()))).toEqual(changed);
		expect(await trigger.poll()).toEqual([]);
	});

	test('somebody leaves the list while it is read: nobody falls between two pages', async () => {
		const { sandbox, n8n } = await connect({
			quirks: { hideArchived: true },
			maxPageSize: 50,
			latencyMs: 30,
		});
		const trigger = await activate(n8n, UPDATED);
		const changed = numbers(120).map((number) => 200101 + number);
		for (const id of changed) sandbox.control.changeUser(id, { Telephone: '1', Archived: false });
		sandbox.log.clear();
		const polling = trigger.poll();
		// The first page has been given: those on the next one move up into it.
		await until(() => sandbox.log.calls({ path: /^\/User\/Search\/2\// }).length > 0);
		for (const id of changed.slice(0, 5)) sandbox.state.users.get(id).Archived = true;
		const sent = ids(await polling);
		expect(sent).toEqual(expect.arrayContaining(changed.slice(5)));
		expect(new Set(sent).size).toBe(sent.length);
	});
});

describe('equal timestamps', () => {
	test.each([
		['inclusive', true, 'ms'],
		['exclusive', false, 'ms'],
		['inclusive', true, 'second'],
		['exclusive', false, 'second'],
	])('a filter that is %s (%s), kept to the %s', async (_, lastModifiedInclusive, lastModifiedPrecision) => {
		const { sandbox, n8n } = await connect({ quirks: { lastModifiedInclusive, lastModifiedPrecision } });
		const trigger = await activate(n8n, UPDATED);
		const moment = Math.floor(oneFileTime(sandbox) / 1000) * 1000;
		for (const number of numbers(20)) changeAt(sandbox, careLearner(number), moment);
		expect(await trigger.poll()).toHaveLength(20);
		// Ten others and, once more, five of the same: in the very moment that was seen already.
		for (const number of numbers(10)) changeAt(sandbox, careLearner(20 + number), moment);
		for (const number of numbers(5)) changeAt(sandbox, careLearner(number), moment);
		expect(sorted(ids(await trigger.poll()))).toEqual(
			[...numbers(5), ...numbers(10).map((number) => 20 + number)].map(careLearner),
		);
		expect(await trigger.poll()).toEqual([]);
	});
});

describe('clocks that differ', () => {
	test.each([
		['OneFile a quarter of an hour behind', -15 * MINUTE],
		['OneFile a quarter of an hour ahead', 15 * MINUTE],
		['OneFile five hours behind', -5 * HOUR],
		['OneFile five hours ahead', 5 * HOUR],
	])('%s', async (_, skew) => {
		const { sandbox, n8n } = await connect();
		sandbox.clock.advance(skew);
		const people = await office(sandbox);
		await people.changes(careLearner(0));
		const created = await activate(n8n, CREATED);
		const updated = await activate(n8n, UPDATED);
		expect([await created.poll(), await updated.poll()]).toEqual([[], []]);
		for (let round = 1; round <= 4; round++) {
			await people.changes(careLearner(round));
			const ID = await people.enrols();
			expect(ids(await created.poll())).toEqual([ID]);
			expect(ids(await updated.poll())).toEqual([careLearner(round)]);
			pass(sandbox, 7 * MINUTE);
		}
		expect([await created.poll(), await updated.poll()]).toEqual([[], []]);
	});

	test("one of OneFile's servers is four minutes behind the others", async () => {
		const { sandbox, n8n } = await connect();
		const trigger = await activate(n8n, UPDATED);
		changeAt(sandbox, careLearner(0), oneFileTime(sandbox));
		changeAt(sandbox, careLearner(1), oneFileTime(sandbox));
		expect(await trigger.poll()).toHaveLength(2);
		// Somebody else, and one who was just seen with a later time.
		changeAt(sandbox, careLearner(2), oneFileTime(sandbox) - 4 * MINUTE);
		changeAt(sandbox, careLearner(1), oneFileTime(sandbox) - 4 * MINUTE);
		expect(sorted(ids(await trigger.poll()))).toEqual([careLearner(1), careLearner(2)]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('a record dated into the far future does not make the trigger deaf', async () => {
		const { sandbox, n8n } = await connect();
		const trigger = await activate(n8n, UPDATED);
		changeAt(sandbox, careLearner(0), oneFileTime(sandbox) + 1000 * HOUR);
		expect(await trigger.poll()).toHaveLength(1);
		await (await office(sandbox)).changes(careLearner(1));
		expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
		pass(sandbox, HOUR);
		await (await office(sandbox)).changes(careLearner(2));
		expect(ids(await trigger.poll())).toEqual([careLearner(2)]);
	});
});

describe('dates in other forms', () => {
	test.each([
		['with +00:00', { dateOut: 'offset' }],
		['without a zone', { dateOut: 'bare' }],
		['the day only', { dateOut: 'date' }],
		['LastModified missing', { lastModifiedShown: false }],
		['only the fields that are known for certain', { recordFields: 'seen' }],
		['keys in another case', { keyCase: 'camel' }],
	])('%s', async (_, quirks) => {
		const { sandbox, n8n } = await connect({ quirks });
		const people = await office(sandbox);
		await people.changes(careLearner(0));
		const trigger = await activate(n8n, UPDATED);
		const created = await activate(n8n, CREATED);
		for (let round = 1; round <= 3; round++) {
			await people.changes(careLearner(round));
			const sent = await trigger.poll();
			expect(sent.map((person) => person.ID ?? person.id)).toEqual([careLearner(round)]);
			expect(await trigger.poll()).toEqual([]);
			const ID = await people.enrols();
			expect((await created.poll()).map((person) => person.ID ?? person.id)).toEqual([ID]);
			pass(sandbox, 40 * MINUTE);
			expect(await trigger.poll()).toEqual([]);
			expect(await created.poll()).toEqual([]);
		}
	});
});

describe('restarts', () => {
	test.each([UPDATED, CREATED, { event: 'learnerProgress' }])(
		'$event: n8n breaks down after every poll and goes on from what it had stored',
		async (parameters) => {
			const { sandbox, n8n } = await connect({}, { organisationId: care.ID });
			const people = await office(sandbox);
			let trigger = await activate(n8n, parameters);
			const expected = [];
			const sent = [];
			for (let round = 0; round < 5; round++) {
				for (const number of numbers(3)) {
					const id = careLearner(round * 3 + number);
					if (parameters.event === 'userUpdated') await people.changes(id);
					if (parameters.event === 'learnerProgress')
						sandbox.control.changeUser(id, { Progress: 100.5 + round });
					expected.push(parameters.event === 'userCreated' ? await people.enrols() : id);
				}
				if (round % 2) sent.push(...(await trigger.poll()));
				const another = await startEngine({ ...credentialFor(sandbox), organisationId: care.ID });
				trigger = await trigger.restart(another);
				sent.push(...trigger.atActivation);
				// Polls that find nothing: n8n does not store what they leave.
				expect(await pollAll(trigger, 2)).toEqual([]);
				pass(sandbox, 20 * MINUTE);
				expect(await trigger.poll()).toEqual([]);
			}
			expect(sorted(ids(sent))).toEqual(sorted(expected));
		},
	);

	test('somebody created, seen, and changed while n8n is down is sent as updated', async () => {
		const { sandbox, n8n } = await connect();
		const people = await office(sandbox);
		const trigger = await activate(n8n, UPDATED);
		const ID = await people.enrols();
		expect(await trigger.poll()).toEqual([]);
		pass(sandbox, HOUR);
		await people.changes(ID);
		const after = await trigger.restart();
		expect(ids(after.atActivation)).toEqual([ID]);
		expect(await after.poll()).toEqual([]);
	});

	test('what happened while the workflow was off for a week is sent when it is on again', async () => {
		const { sandbox, n8n } = await connect();
		const people = await office(sandbox);
		const trigger = await activate(n8n, UPDATED);
		await people.changes(careLearner(1));
		pass(sandbox, 168 * HOUR);
		await (await office(sandbox)).changes(careLearner(2));
		const again = await trigger.restart();
		expect(ids(again.atActivation)).toEqual([careLearner(1), careLearner(2)]);
	});
});

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

test('a poll that takes long: who changes meanwhile is not passed over', async () => {
	const { sandbox, n8n } = await connect({ latencyMs: 100 });
	const trigger = await activate(n8n, UPDATED);
	sandbox.control.changeUser(careLearner(0), { Telephone: '1' });
	sandbox.log.clear();
	const polling = trigger.poll();
	await until(() => sandbox.log.calls({ path: /^\/User\/Search/ })[0]?.status === 200);
	pass(sandbox, MINUTE);
	sandbox.control.changeUser(careLearner(1), { Telephone: '1' });
	pass(sandbox, 9 * MINUTE);
	sandbox.control.changeUser(careLearner(0), { Telephone: '2' });
	expect(await polling).toEqual([expect.objectContaining({ ID: careLearner(0) })]);
	expect(ids(await trigger.poll())).toEqual([careLearner(1)]);
});

test('a poll that starts while the one before is under way leaves everything to that', async () => {
	const { sandbox, n8n } = await connect({ latencyMs: 20 });
	const trigger = await activate(n8n, UPDATED);
	for (const number of numbers(20)) sandbox.control.changeUser(careLearner(number), { Telephone: '1' });
	const [first, second] = await Promise.all([trigger.poll(), trigger.poll()]);
	expect([first.length, second.length]).toEqual([20, 0]);
	expect(await trigger.poll()).toEqual([]);
});

test.each([true, false])(
	'what is remembered stays small, and an idle poll costs one call (LastModified shown: %s)',
	async (lastModifiedShown) => {
		const { sandbox, n8n } = await connect({ quirks: { lastModifiedShown } });
		const trigger = await activate(n8n, UPDATED);
		for (let round = 0; round < 5; round++) {
			for (const number of numbers(100)) {
				sandbox.control.changeUser(200001 + round * 100 + number, { Telephone: '1' });
			}
			expect(await trigger.poll()).toHaveLength(100);
			pass(sandbox, 10 * MINUTE);
		}
		const { listed } = Object.values(JSON.parse(trigger.remembered()))[0].memory;
		expect(Object.keys(listed).length).toBeLessThanOrEqual(300);
		for (let poll = 0; poll < 3; poll++) {
			await trigger.poll();
			pass(sandbox, 10 * MINUTE);
		}
		sandbox.log.clear();
		await trigger.poll();
		expect(callCounts(sandbox)).toEqual({ 'POST /User/Search': 1 });
	},
);
