'use strict';

const { connect } = require('../engine/connect');
const { activate } = require('../engine/poll');
const { HOUR, MINUTE, careLearner, ids, office, pass, sorted } = require('./happenings');

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
