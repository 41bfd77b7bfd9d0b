'use strict';

const { connect, sent } = require('../engine/connect');
const { learnerRow } = require('../engine/learners');

const create = async (changes, parameters = {}) => {
	const { sandbox, n8n } = await connect();
	const { error } = await n8n.run('user-create', { items: [learnerRow(1, changes)], node: { parameters } });
	return { error, body: sent(sandbox, '/User')[0], calls: sandbox.log.calls() };
};

test('dates go out as UTC, ISO 8601, and the day that is written is the day that is sent', async () => {
	const written = {
		startOn: ['2026-09-03', '2026-09-03T00:00:00.000Z'],
		plannedEndDate: ['2028-02-29T00:00:00', '2028-02-29T00:00:00.000Z'],
		createdOn: ['2026-09-03T09:30', '2026-09-03T09:30:00.000Z'],
		centreRegister: ['2026-09-03 09:30:15', '2026-09-03T09:30:15.000Z'],
		dob: ['2004-05-06T00:00:00.000+01:00', '2004-05-05T23:00:00.000Z'],
	};
	const additionalFields = Object.fromEntries(Object.entries(written).map(([name, [text]]) => [name, text]));
	const { body, error } = await create({}, { additionalFields });
	expect(error).toBeUndefined();
	expect([body.StartOn, body.PlannedEndDate, body.CreatedOn, body.CentreRegister, body.DOB]).toEqual(
		Object.values(written).map(([, date]) => date),
	);
});

test.each([
	['2026-09-03T09:30:15Z', '2026-09-03T09:30:15.000Z'],
	['2026-09-03T09:30:15.000Z', '2026-09-03T09:30:15.000Z'],
	['2026-09-03t09:30:15z', '2026-09-03T09:30:15.000Z'],
	['2026-09-03T09:30:15+0100', '2026-09-03T08:30:15.000Z'],
	['  2026-09-03 ', '2026-09-03T00:00:00.000Z'],
])('%s is read', async (startOn, date) => {
	expect((await create({ startOn })).body.StartOn).toBe(date);
});

test.each([
	[
		'from n8n, DateTime',
		"={{ DateTime.fromISO('2026-09-03T10:00:00.000+01:00') }}",
		'2026-09-03T09:00:00.000Z',
	],
	['from n8n, toDateTime', "={{ '2026-09-03T00:00:00Z'.toDateTime() }}", '2026-09-03T00:00:00.000Z'],
	['from JavaScript', '={{ new Date(Date.UTC(2026, 8, 3)) }}', '2026-09-03T00:00:00.000Z'],
])('a date that an expression makes is read too: %s', async (_what, startOn, date) => {
	const { body, error } = await create({}, { additionalFields: { startOn } });
	expect(error).toBeUndefined();
	expect(body.StartOn).toBe(date);
});

test.each([
	'03/09/2026',
	'3/9/26',
	'09-03-2026',
	'03.09.2026',
	'2026/09/03',
	'20260903',
	'3 September 2026',
	'2026-02-30',
	'2026-13-01',
	'2026-00-10',
	'2026-9-3',
	'46268',
	46268,
	'tomorrow',
	'2026-09-03T25:00',
])('%p is refused with the format that is wanted, never guessed', async (startOn) => {
	const { error, calls } = await create({ startOn });
	expect(error.message).toBe(
		`'Start Date' is '${startOn}', which has to be written as YYYY-MM-DD, for example 2026-09-03`,
	);
	expect(calls).toEqual([]);
});

test('a date of birth is never quoted', async () => {
	const { error } = await create({ dob: '06/05/2004' });
	expect(error.message).toBe("'Date of Birth' has to be written as YYYY-MM-DD, for example 2026-09-03");
	expect(JSON.stringify([error.message, error.description, error.messages])).not.toContain('06/05/2004');
});

test('an empty date is no date', async () => {
	expect((await create({ startOn: '', dob: '' })).body).not.toHaveProperty('StartOn');
});
