'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { callCounts, connect, sent } = require('../engine/connect');

compressTime();

/** Classrooms, placements and providers are created, read and changed alike. */
const KINDS = [
	{
		resource: 'classroom',
		path: '/Classroom',
		table: 'classrooms',
		row: { startOn: '2026-11-01' },
		fields: { StartOn: '2026-11-01T00:00:00.000Z', SendCompletionMessage: false },
	},
	{
		resource: 'placement',
		path: '/Placement',
		table: 'placements',
		row: { address: '1 High Street\nTown' },
		fields: { Address: '1 High Street\nTown', Active: true },
	},
	{ resource: 'provider', path: '/Provider', table: 'providers', row: {}, fields: {} },
];
const named = (sandbox, table, Name) => sandbox.state[table].where((entry) => entry.Name === Name);

describe.each(KINDS)('$resource', ({ resource, path, table, row, fields }) => {
	const seeded = SEED[table].filter(({ OrganisationID }) => OrganisationID === 5740);

	test.each(['default', 'object', 'quoted', 'nothing'])(
		'create gives what was made, whatever the wire sent: %s',
		async (createBody) => {
			const { sandbox, n8n } = await connect({ quirks: { createBody } });
			const { json } = await n8n.run(`${resource}-create`, { items: [{ name: 'Tŷ Newydd', ...row }] });
			const [made] = named(sandbox, table, 'Tŷ Newydd');
			expect(made).toMatchObject(fields);
			const answered = { OrganisationID: 5740, Name: 'Tŷ Newydd', ...fields };
			expect(json).toEqual([createBody === 'nothing' ? answered : { ID: made.ID, ...answered }]);
		},
	);

	test('create needs a name, and says so before any call', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run(`${resource}-create`, { items: [{ name: ' ', ...row }] });
		expect(error.message).toBe("'Name' is missing");
		expect(sandbox.log.calls()).toEqual([]);
	});

	test('a create without an answer is not sent again: what there is now is said', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { method: 'POST', path: `^${path}$` }, do: 'drop-after' });
		const { error } = await n8n.run(`${resource}-create`, { items: [{ name: 'Tŷ Newydd', ...row }] });
		const made = named(sandbox, table, 'Tŷ Newydd');
		expect(made).toHaveLength(1);
		expect(error.message).toContain(`In OneFile there is now a ${resource} of that name: ${made[0].ID}`);
		expect(error.description).toContain('before this row is run again');
		expect(callCounts(sandbox)[`POST ${path}`]).toBe(1);
	});

	test('get by name, within the organisation', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run(`${resource}-get`, { items: [{ name: seeded[1].Name.toUpperCase() }] });
		expect(json).toEqual([expect.objectContaining({ ID: seeded[1].ID, OrganisationID: 5740 })]);
	});

	test.each([404, 400, 204])('an id that does not exist (%s) is said in words', async (unknownId) => {
		const { n8n } = await connect({ quirks: { unknownId } });
		const parameters = { [resource]: { __rl: true, mode: 'id', value: '999999' } };
		const { error } = await n8n.run(`${resource}-get`, { node: { parameters } });
		expect(error.message).toMatch(new RegExp(`There is no ${resource}|did not get the ${resource}`));
		expect(error.message).toContain('999999');
	});

	test('get many, by a part of the name, and nothing found is no item', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run(`${resource}-getAll`);
		expect(json.map(({ ID }) => ID)).toEqual(seeded.map(({ ID }) => ID));
		const find = async (name) =>
			await n8n.run(`${resource}-getAll`, { node: { parameters: { filters: { name } } } });
		expect((await find(seeded[1].Name.slice(0, 5))).json).toContainEqual(
			expect.objectContaining({ ID: seeded[1].ID }),
		);
		expect((await find('No such name')).json).toEqual([]);
	});

	test('update sends what is to change and nothing else', async () => {
		const { sandbox, n8n } = await connect();
		const items = [{ name: seeded[0].Name, newName: 'Hen Dŷ' }];
		const { json } = await n8n.run(`${resource}-update`, { items });
		expect(sent(sandbox, `${path}/${seeded[0].ID}`)).toEqual([{ Name: 'Hen Dŷ' }]);
		expect(json).toEqual([{ ID: seeded[0].ID, updated: true }]);
		expect(sandbox.state[table].get(seeded[0].ID)).toMatchObject({ ...seeded[0], Name: 'Hen Dŷ' });
	});
});

describe.each(KINDS.slice(0, 2))('$resource, with Full Records', ({ resource, path, table }) => {
	test('fetches each record, once in an execution', async () => {
		const { sandbox, n8n } = await connect();
		const parameters = { fullRecords: true, limit: 3 };
		// More rows than are under way at once: the last one comes when the records are there already.
		const items = Array(101).fill({});
		const { json } = await n8n.run(`${resource}-getAll`, { items, node: { parameters } });
		const three = SEED[table]
			.filter(({ OrganisationID }) => OrganisationID === 5740)
			.slice(0, 3)
			.map(({ ID, Name, MISID }) => expect.objectContaining({ ID, Name, MISID, OrganisationID: 5740 }));
		expect(json).toHaveLength(303);
		expect(json.slice(0, 3)).toEqual(three);
		expect(json.slice(-3)).toEqual(three);
		const counts = callCounts(sandbox);
		expect(Object.entries(counts).filter(([call]) => call.startsWith(`GET ${path}/`))).toHaveLength(3);
		expect(counts[`GET ${path}/${SEED[table][0].ID}`]).toBe(1);
	});
});
