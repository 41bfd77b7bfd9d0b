'use strict';

const { callCounts, connect } = require('../engine/connect');
const { activate } = require('../engine/poll');
const { MINUTE, careLearner, ids, pass, sorted, until } = require('./happenings');

const UPDATED = { event: 'userUpdated' };
const numbers = (count) => Array.from({ length: count }, (_, index) => index);

describe('more changes than a page holds', () => {
	test.each([
		['a page of 100', {}, 210],
		['pages cut to 50', { maxPageSize: 50 }, 110],
		['in no order', { quirks: { order: 'shuffled' } }, 110],
		['the last page repeated', { quirks: { pastTheEnd: 'repeatLastPage' } }, 110],
	])('%s', async (_, settings, count) => {
		const { sandbox, n8n } = await connect(settings);
		const trigger = await activate(n8n, UPDATED);
		const changed = numbers(count).map((number) => 200001 + number);
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
