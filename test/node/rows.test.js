'use strict';

const { connect, callCounts } = require('../engine/connect');
const { learnerRow, learnerRows } = require('../engine/learners');

const made = (sandbox) =>
	sandbox.state.users
		.where(({ MISID }) => /^T\d+$/.test(MISID ?? '') && MISID !== 'T001')
		.map(({ MISID }) => MISID);

/** Four rows: the second lacks its classroom, the third has a classroom that OneFile does not know. */
const mixed = [
	learnerRow(1),
	learnerRow(2, { classroom: '' }),
	learnerRow(3, { classroom: 'No such classroom' }),
	learnerRow(4),
];
const MISSING = "Row 2: 'Classroom' is missing";
const UNKNOWN = "Row 3: No classroom with the name 'No such classroom' in organisation 5740";

describe('pairing', () => {
	test('each item knows the row that it came from, several of one row too', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.settings.change({ latencyMs: 5, jitterMs: 5 });
		const names = ['Barraclough', 'Nobody', 'Ashworth', 'Deane'];
		const items = names.map((lastName, index) => ({ lastName, row: `row ${index + 1}` }));
		const outcome = await n8n.run('promise-pairing', { items });
		expect(outcome.outputOf('Note').map(({ text }) => text)).toEqual([
			'row 1: Barraclough',
			'row 1: Barraclough',
			'row 3: Ashworth',
			'row 3: Ashworth',
			'row 4: Deane',
		]);
		expect(outcome.items.map(({ pairedItem }) => pairedItem.item)).toEqual([0, 0, 2, 2, 3]);
	});

	test('the answers come in the order of the rows, whichever is ready first', async () => {
		const { n8n } = await connect({ jitterMs: 20 });
		const { json } = await n8n.run('user-create', { items: learnerRows(30) });
		expect(json.map(({ MISID }) => MISID)).toEqual(learnerRows(30).map(({ misId }) => misId));
	});
});

describe('Continue On Fail', () => {
	test('a bad row becomes an item that says why, in its place and paired to its row', async () => {
		const { sandbox, n8n } = await connect();
		const outcome = await n8n.run('promise-continue-on-fail', { items: mixed });
		expect(outcome.status).toBe('success');
		expect(outcome.outputOf('Note').map(({ text }) => text)).toEqual([
			'T1: created T1',
			`T2: ${MISSING}`,
			`T3: ${UNKNOWN}`,
			'T4: created T4',
		]);
		expect(outcome.json[2].message).toContain("'Classroom' was searched for by name");
		expect(made(sandbox)).toEqual(['T1', 'T4']);
	});

	test('the error output: good rows go on, bad ones leave with the reason and what to do', async () => {
		const { sandbox, n8n } = await connect();
		const { json, refused, status } = await n8n.run('promise-error-output', { items: mixed });
		expect(status).toBe('success');
		expect(json.map(({ MISID }) => MISID)).toEqual(['T1', 'T4']);
		expect(refused).toEqual([
			expect.objectContaining({
				error: MISSING,
				message: expect.stringContaining('Nothing was sent to OneFile for this row'),
			}),
			expect.objectContaining({ error: UNKNOWN, message: expect.stringContaining('Check the spelling') }),
		]);
		expect(made(sandbox)).toEqual(['T1', 'T4']);
	});

	test('one bad row among fifty spoils none of the others', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: { path: '^/User$' },
			skip: 10,
			do: 'status',
			status: 400,
			body: { code: -57, message: 'Placement not found.' },
		});
		const { json, refused } = await n8n.run('promise-error-output', { items: learnerRows(50) });
		expect(json).toHaveLength(49);
		expect(refused).toHaveLength(1);
		expect(refused[0].error).toMatch(/^Row \d+: OneFile did not create the learner: Placement not found\.$/);
		expect(made(sandbox)).toHaveLength(49);
	});

	test('a single row needs no number', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run('promise-continue-on-fail', { items: [learnerRow(1, { placement: '' })] });
		expect(json[0].error).toBe("'Placement' is missing");
	});

	test('an error of the credential reaches every row', async () => {
		const { n8n } = await connect({}, { customerToken: '' });
		const { error } = await n8n.run('promise-error-output', { items: learnerRows(3) });
		expect(error.message).toBe("The credential has no 'Customer Token'");
	});
});

describe('without Continue On Fail', () => {
	test('nothing is sent when any row is incomplete; all such rows are named', async () => {
		const { sandbox, n8n } = await connect();
		const items = [
			learnerRow(1),
			learnerRow(2, { classroom: '' }),
			learnerRow(3),
			learnerRow(4, { dob: '6.5.2004' }),
		];
		const { error, status } = await n8n.run('user-create', { items });
		expect(status).toBe('error');
		expect(error.message).toBe(MISSING);
		expect(error.description).toContain('Nothing was sent to OneFile for any row.');
		expect(error.description).toContain(
			"Also refused: Row 4: 'Date of Birth' has to be written as YYYY-MM-DD",
		);
		expect(error.context.itemIndex).toBe(1);
		expect(sandbox.log.calls()).toEqual([]);
	});

	test('many bad rows: ten are quoted, the rest counted', async () => {
		const { n8n } = await connect();
		const items = Array.from({ length: 15 }, (_, index) => learnerRow(index + 1, { classroom: '' }));
		const { error } = await n8n.run('user-create', { items });
		expect(error.message).toBe("Row 1: 'Classroom' is missing");
		expect(error.description).toContain("Row 11: 'Classroom' is missing; and 4 more rows.");
	});

	test('a refusal of OneFile stops the run; the error lists the rows that are done', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: { path: '^/User$' },
			skip: 20,
			do: 'status',
			status: 400,
			body: { code: -57, message: 'Placement not found.' },
		});
		const { error } = await n8n.run('user-create', { items: learnerRows(60) });
		expect(error.message).toMatch(/^Row \d+: OneFile did not create the learner: Placement not found\.$/);
		const [, list] = /Done before the run stopped, not to be run again: rows? (.*?)\./.exec(
			error.description,
		);
		const done = list.split(/, | and /).flatMap((part) => {
			const [from, to = from] = part.split(' to ').map(Number);
			return Array.from({ length: to - from + 1 }, (_, index) => `T${from + index}`);
		});
		expect(done.sort()).toEqual(made(sandbox).sort());
		// Few rows were on their way when the bad one stopped the run.
		expect(done.length).toBeGreaterThanOrEqual(20);
		expect(done.length).toBeLessThan(35);
	});

	test('a single row needs neither its number nor a list', async () => {
		const { n8n } = await connect();
		const { error } = await n8n.run('user-create', {
			items: [learnerRow(1, { classroom: 'No such classroom' })],
		});
		expect(error.message).toBe("No classroom with the name 'No such classroom' in organisation 5740");
		expect(error.description).not.toMatch(/row was done/i);
	});

	test('a read stops at its first failure too, and says which row', async () => {
		const { n8n } = await connect();
		const items = [{ misId: 'L0001' }, { misId: 'L9999' }, { misId: 'L0003' }];
		const { error } = await n8n.run('user-get', { items });
		expect(error.message).toMatch(/^Row 2: No user with the MIS ID 'L9999'/);
	});
});

test('no items: no calls, no items', async () => {
	const { sandbox, n8n } = await connect();
	const { json } = await n8n.run('user-create', { items: [] });
	expect(json).toEqual([]);
	expect(callCounts(sandbox)).toEqual({});
});
