'use strict';

const { compressTime } = require('../engine/compressTime');
const { connect } = require('../engine/connect');
const { activate } = require('../engine/poll');
const { MINUTE, careLearner, ids, pass, sorted } = require('./happenings');

const WINDOW_MS = 300;
compressTime(WINDOW_MS);

const UPDATED = { event: 'userUpdated' };
const changed = Array.from({ length: 60 }, (_, number) => careLearner(number));
const changeAll = (sandbox) => {
	for (const id of changed) sandbox.control.changeUser(id, { Telephone: '1' });
};

test('polls wait for their place like everything else: no call too many', async () => {
	const limit = 20;
	const settings = { limit, windowMs: WINDOW_MS };
	const { sandbox, n8n } = await connect(settings, { requestsPerMinute: limit });
	const trigger = await activate(n8n, UPDATED);
	changeAll(sandbox);
	// A node of another workflow works on the same account.
	const [sent, { status }] = await Promise.all([
		trigger.poll(),
		n8n.run('user-get', {
			items: changed.slice(0, 30).map((id) => ({ misId: sandbox.state.users.get(id).MISID })),
		}),
	]);
	expect(status).toBe('success');
	expect(sorted(ids(sent))).toEqual(changed);
	expect(sandbox.log.stats()).toMatchObject({ tooMany: 0 });
	expect(sandbox.log.maxInAnyWindow(WINDOW_MS)).toBeLessThanOrEqual(limit);
});

test('a poll ends within the time that n8n gives it; the next ones send the rest', async () => {
	const { sandbox, n8n } = await connect();
	// No time at all: one person is read at each poll.
	const trigger = await activate(n8n, UPDATED);
	trigger.budgetMs = 0;
	const three = changed.slice(0, 3);
	for (const id of three) sandbox.control.changeUser(id, { Telephone: '1' });
	const sent = [];
	for (const _ of three) {
		const now = await trigger.poll();
		expect(now).toHaveLength(1);
		sent.push(...now);
	}
	expect(sorted(ids(sent))).toEqual(three);

	// Those who are listed again are looked at one at a time, sent no more, and left behind in the end.
	for (let poll = 0; poll < 20; poll++) {
		pass(sandbox, MINUTE);
		sandbox.control.changeUser(careLearner(100), { Telephone: String(poll) });
		const again = ids(await trigger.poll());
		expect(again.filter((id) => id !== careLearner(100))).toEqual([]);
	}
	const { listed } = Object.values(JSON.parse(trigger.remembered()))[0].memory;
	expect(Object.keys(listed)).toEqual([String(careLearner(100))]);
});

test('somebody who changes again while there is only time for others is sent when there is time', async () => {
	const { sandbox, n8n } = await connect();
	const trigger = await activate(n8n, UPDATED);
	sandbox.control.changeUser(careLearner(0), { Telephone: '1' });
	expect(ids(await trigger.poll())).toEqual([careLearner(0)]);
	trigger.budgetMs = 0;
	sandbox.control.changeUser(careLearner(0), { Telephone: '2' });
	for (let number = 1; number <= 12; number++) {
		pass(sandbox, MINUTE);
		sandbox.control.changeUser(careLearner(number), { Telephone: '1' });
		expect(ids(await trigger.poll())).toEqual([careLearner(number)]);
	}
	expect(ids(await trigger.poll())).toEqual([careLearner(0)]);
});
