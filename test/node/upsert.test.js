'use strict';

const { connect, callCounts, sent } = require('../engine/connect');
const { learnerRow, learnerRows } = require('../engine/learners');

const locator = (mode, value) => ({ __rl: true, mode, value });
const all = (sandbox, misId) => sandbox.state.users.where(({ MISID }) => MISID === misId);

test('somebody new is created', async () => {
	const { sandbox, n8n } = await connect();
	const { json } = await n8n.run('user-upsert', { items: [learnerRow(1)] });
	expect(json[0]).toMatchObject({ created: true, ID: all(sandbox, 'T1')[0].ID, MISID: 'T1' });
});

test('somebody who is there is updated; what OneFile writes once stays as it is', async () => {
	const { sandbox, n8n } = await connect();
	const [before] = all(sandbox, 'L0007').map((one) => ({ ...one }));
	const items = [learnerRow(7, { misId: 'L0007', email: 'new@example.com', startOn: '2027-01-01' })];
	const { json } = await n8n.run('user-upsert', { items });
	expect(json[0]).toMatchObject({ created: false, ID: before.ID });
	expect(sent(sandbox, '/User')).toEqual([]);
	const [body] = sent(sandbox, `/User/${before.ID}`);
	expect(body).toMatchObject({ Email: 'new@example.com', FirstName: 'Ana', ClassroomID: 15379 });
	for (const name of ['MISID', 'StartOn', 'PlannedEndDate', 'Role', 'OrganisationID'])
		expect(body).not.toHaveProperty(name);
	expect(all(sandbox, 'L0007')[0]).toMatchObject({ Email: 'new@example.com', StartOn: before.StartOn });
});

test('a list that is run twice makes nobody twice', async () => {
	const { sandbox, n8n } = await connect();
	await n8n.run('user-upsert', { items: learnerRows(20) });
	const people = callCounts(sandbox)['POST /User'];
	const second = await n8n.run('user-upsert', { items: learnerRows(20) });
	expect(second.json.map(({ created }) => created)).toEqual(Array(20).fill(false));
	expect(callCounts(sandbox)['POST /User']).toBe(people);
	for (const { misId } of learnerRows(20)) expect(all(sandbox, misId)).toHaveLength(1);
});

test('two that match: refused, and listed with their ids', async () => {
	const { sandbox, n8n } = await connect();
	const first = sandbox.state.users.add({
		OrganisationID: 5740,
		Role: 1,
		FirstName: 'Ana',
		LastName: 'One',
		MISID: 'T1',
	});
	const second = sandbox.state.users.add({
		OrganisationID: 5740,
		Role: 1,
		FirstName: 'Ana',
		LastName: 'Two',
		MISID: 't1',
	});
	const { error } = await n8n.run('user-upsert', { items: [learnerRow(1)] });
	expect(error.message).toBe("2 people have the MIS ID 'T1'");
	expect(error.description).toContain(`${first.ID} (Ana One), ${second.ID} (Ana Two)`);
	expect(sandbox.log.calls({ method: 'POST', path: /^\/User(\/\d+)?$/ })).toEqual([]);
});

describe('the same person twice in one list', () => {
	const items = [learnerRow(1), learnerRow(2, { misId: 't1' }), learnerRow(3)];

	test('with Continue On Fail the second is left out', async () => {
		const { sandbox, n8n } = await connect();
		const { refused, json } = await n8n.run('user-upsert', {
			items,
			node: { onError: 'continueErrorOutput' },
		});
		expect(refused).toEqual([expect.objectContaining({ error: "Row 2: Row 1 has the same MIS ID 't1'" })]);
		expect(json).toHaveLength(2);
		expect(all(sandbox, 'T1')).toHaveLength(1);
	});

	test('without it nothing is sent', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('user-upsert', { items });
		expect(error.message).toBe("Row 2: Row 1 has the same MIS ID 't1'");
		expect(sandbox.log.calls()).toEqual([]);
	});

	test('create refuses it as well', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('user-create', { items });
		expect(error.message).toBe("Row 2: Row 1 has the same MIS ID 't1'");
		expect(sandbox.log.calls()).toEqual([]);
	});

	test('one MIS ID for two roles is two people: one role, one account', async () => {
		const { n8n } = await connect();
		const rows = [learnerRow(1, { role: 5 }), learnerRow(2, { misId: 'T1', role: 10 })];
		const { json } = await n8n.run('user-upsert', {
			items: rows,
			node: { parameters: { role: '={{ $json.role }}' } },
		});
		expect(json.map(({ created }) => created)).toEqual([true, true]);
	});
});

describe('by e-mail', () => {
	const byEmail = {
		parameters: { matchBy: 'email', role: 5, additionalFields: { telephone: '01632 960002' } },
	};

	test('updates who has it', async () => {
		const { sandbox, n8n } = await connect();
		const items = [learnerRow(1, { email: 'a002@northgate.example' })];
		const { json } = await n8n.run('user-upsert', { items, node: byEmail });
		expect(json[0]).toMatchObject({ created: false, ID: 122702 });
		// Staff names and addresses are written once by OneFile's own products too.
		expect(sent(sandbox, '/User/122702')).toEqual([{ Telephone: '01632 960002' }]);
	});

	test('an e-mail that is missing is said before any call', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('user-upsert', { items: [learnerRow(1, { email: '' })], node: byEmail });
		expect(error.message).toBe("'Email' is missing");
		expect(sandbox.log.calls()).toEqual([]);
	});

	test('a role tells two accounts of one address apart', async () => {
		const { n8n } = await connect();
		const items = [learnerRow(1, { email: 'helen@ashdown.example' })];
		const node = { parameters: { ...byEmail.parameters, role: 45, placement: locator('id', '18902') } };
		const { json } = await n8n.run('user-upsert', { items, node });
		expect(json[0]).toMatchObject({ created: false, ID: 122711 });
	});
});

test('a MIS ID that is missing is said before any call', async () => {
	const { sandbox, n8n } = await connect();
	const { error } = await n8n.run('user-upsert', { items: [learnerRow(1, { misId: '' })] });
	expect(error.message).toContain('MIS ID');
	expect(error.message).toContain('missing');
	expect(sandbox.log.calls()).toEqual([]);
});
