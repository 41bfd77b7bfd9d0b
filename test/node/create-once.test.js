'use strict';

const { compressTime } = require('../engine/compressTime');
const { callCounts, connect } = require('../engine/connect');
const { learnerRow, learnerRows } = require('../engine/learners');

compressTime();

const CREATE = { method: 'POST', path: '^/User$' };
const creates = (sandbox) => sandbox.log.calls({ method: 'POST', path: '/User' });
const made = (sandbox, misId) => sandbox.state.users.where(({ MISID }) => MISID === misId);

describe('a learner is not created twice when the answer to create is lost', () => {
	test('the connection broke after OneFile had done it: looked up, and said', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: CREATE, do: 'drop-after' });
		const { error } = await n8n.run('user-create', { items: [learnerRow(1)] });
		expect(creates(sandbox)).toHaveLength(1);
		const [{ ID }] = made(sandbox, 'T1');
		expect(error.message).toBe(
			`OneFile gave no answer when asked to create the learner. In OneFile there is now, with MIS ID 'T1': ${ID} (Ana O'Test1)`,
		);
		expect(error.description).toMatch(/Do not run it again before you have looked at it in OneFile\./);
	});

	test('the connection broke before: looked up, and said that the row can be run again', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: CREATE, do: 'drop-before' });
		const { error } = await n8n.run('user-create', { items: [learnerRow(1)] });
		expect(creates(sandbox)).toHaveLength(1);
		expect(error.message).toBe(
			"OneFile gave no answer when asked to create the learner. Nobody with MIS ID 'T1' is in OneFile: the row was not carried out",
		);
		expect(error.description).toBe('This row can be run again.');
	});

	test.each([500, 502, 503, 504])('answered with %d: one create, a look, and words', async (status) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: CREATE, do: 'status', status });
		const { error } = await n8n.run('user-create', { items: [learnerRow(1)] });
		expect(creates(sandbox)).toHaveLength(1);
		expect(error.message).toBe(
			"OneFile could not create the learner just now. Nobody with MIS ID 'T1' is in OneFile: the row was not carried out",
		);
	});

	test('without MIS ID the e-mail is looked for, without e-mail the name', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: CREATE, times: 2, do: 'drop-after' });
		const byEmail = await n8n.run('user-create', { items: [learnerRow(1, { misId: '' })] });
		expect(byEmail.error.message).toContain("with e-mail 'ana1@example.com': ");
		const byName = await n8n.run('user-create', { items: [learnerRow(2, { misId: '', email: '' })] });
		expect(byName.error.message).toContain("with the name 'Ana O'Test2': ");
		expect(creates(sandbox)).toHaveLength(2);
	});

	test('and when the look does not work either, that is said', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('user-create', { items: [learnerRow(1)] });
		sandbox.control.faults([
			{ match: CREATE, do: 'drop-after' },
			{ match: { path: '^/User/Search' }, skip: 1, times: Infinity, do: 'status', status: 500 },
		]);
		const { error } = await n8n.run('user-create', { items: [learnerRow(2)] });
		expect(error.message).toBe(
			'OneFile gave no answer when asked to create the learner; looking the person up afterwards did not work either',
		);
		expect(error.description).toBe(
			"Look in OneFile for the person with MIS ID 'T2' before this row is run again.",
		);
		expect(made(sandbox, 'T2')).toHaveLength(1);
	});

	test('what provably never left is repeated: nobody answered, then somebody did', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('user-create', { items: [learnerRow(1)] });
		const port = Number(new URL(sandbox.url).port);
		const { startSandbox } = require('../../sandbox');
		await sandbox.close();
		const parameters = {
			defaultAssessor: { mode: 'id', value: '122701' },
			classroom: { mode: 'id', value: '15379' },
			placement: { mode: 'id', value: '18901' },
		};
		const retry = require('../../dist/nodes/OneFile/transport/retry');
		const back = new Promise((resolve) => {
			retry.backoffMs.mockImplementationOnce(() => {
				resolve(startSandbox({ port, limit: 1000 }));
				return 1500;
			});
		});
		const run = n8n.run('user-create', { items: [learnerRow(2)], node: { parameters } });
		const again = await back;
		again.state.customers.where()[0].token = sandbox.customerToken;
		const { status } = await run;
		expect(status).toBe('success');
		expect(made(again, 'T2')).toHaveLength(1);
		await again.close();
	});
});

describe('other rows of the list', () => {
	test('go on, with Continue On Fail', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: CREATE, skip: 3, do: 'drop-after' });
		const { json, refused } = await n8n.run('promise-error-output', { items: learnerRows(10) });
		expect(json).toHaveLength(9);
		expect(refused).toHaveLength(1);
		expect(creates(sandbox)).toHaveLength(10);
		for (const { misId } of learnerRows(10)) expect(made(sandbox, misId)).toHaveLength(1);
	});
});

describe('Retry On Fail', () => {
	test('a create in doubt is not sent a second time', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: CREATE, do: 'drop-after' });
		const { error } = await n8n.run('promise-not-created-twice', { items: [learnerRow(1)] });
		expect(error.message).toMatch(/In OneFile there is now/);
		expect(creates(sandbox)).toHaveLength(1);
		expect(made(sandbox, 'T1')).toHaveLength(1);
	});

	test('a create that did not happen is sent again', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: CREATE, do: 'drop-before' });
		const { json } = await n8n.run('promise-not-created-twice', { items: [learnerRow(1)] });
		expect(json[0]).toMatchObject({ MISID: 'T1' });
		expect(made(sandbox, 'T1')).toHaveLength(1);
	});

	test('the rows that are done are not done again, although n8n runs the whole node again', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: CREATE,
			skip: 5,
			do: 'status',
			status: 400,
			body: { code: -57, message: 'Placement not found.' },
		});
		const { json, status } = await n8n.run('promise-not-created-twice', { items: learnerRows(20) });
		expect(status).toBe('success');
		expect(json.map(({ MISID }) => MISID)).toEqual(learnerRows(20).map(({ misId }) => misId));
		expect(callCounts(sandbox)['POST /User']).toBe(20);
		for (const { misId } of learnerRows(20)) expect(made(sandbox, misId)).toHaveLength(1);
	});

	test('also when Continue On Fail hands on the error of the first row', async () => {
		const { sandbox, n8n } = await connect();
		const items = [learnerRow(1, { classroom: 'No such classroom' }), ...learnerRows(5).slice(1)];
		const { json } = await n8n.run('promise-not-created-twice', {
			items,
			node: { onError: 'continueRegularOutput' },
		});
		expect(json[0].error).toMatch(/^Row 1: No classroom/);
		for (const { misId } of learnerRows(5).slice(1)) expect(made(sandbox, misId)).toHaveLength(1);
	});

	test('the next execution is another matter: it creates', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-not-created-twice', { items: [learnerRow(1)] });
		await n8n.run('promise-not-created-twice', { items: [learnerRow(2)] });
		expect(made(sandbox, 'T2')).toHaveLength(1);
	});
});

describe('other writes are not repeated blindly either', () => {
	test.each([
		[
			'standard-assign',
			{ learner: 'L0002', standard: 'Team Leader Level 3' },
			'^/Standard/304/Assign',
			'OneFile gave no answer when asked to assign the standard to the learner',
		],
		[
			'user-archive',
			{ misId: 'L0002' },
			'/Archive$',
			'OneFile gave no answer when asked to archive the user',
		],
		[
			'user-update',
			{ misId: 'L0002', telephone: '1', classroomId: 15381 },
			'^/User/\\d+$',
			'OneFile gave no answer when asked to update the user',
		],
	])('%s', async (file, row, path, words) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { method: 'POST', path }, do: 'drop-after' });
		const { error } = await n8n.run(file, { items: [row] });
		expect(error.message).toBe(words);
		expect(sandbox.log.calls({ method: 'POST', path: new RegExp(path) })).toHaveLength(1);
	});
});
