'use strict';

const { NodeHelpers } = require('n8n-workflow');
const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect, credentialFor } = require('../engine/connect');
const { loadTypes } = require('../engine/types');

compressTime();

/** Every operation of the node as built: `{ resource, operation, fields }`. */
const { OneFile } = require('../../dist/nodes/OneFile/OneFile.node');
const { OneFileApi } = require('../../dist/credentials/OneFileApi.credentials');
const { description } = new OneFile();
const shownFor = ({ displayOptions }, name, value) => displayOptions?.show?.[name]?.includes(value);
const operations = description.properties
	.filter(({ name }) => name === 'operation')
	.flatMap((menu) =>
		menu.options.map(({ value: operation }) => {
			const [resource] = menu.displayOptions.show.resource;
			const fields = description.properties.filter(
				(field) =>
					shownFor(field, 'resource', resource) &&
					shownFor(field, 'operation', operation) &&
					// What only an AI agent sees is not shown in a workflow.
					!shownFor(field, '@tool', true),
			);
			return { resource, operation, fields };
		}),
	);

test('usable as an AI tool', async () => {
	expect(description.usableAsTool).toBe(true);
	const { nodeTypes } = await loadTypes();
	expect(nodeTypes.getByName('n8n-nodes-onefile.oneFile').description.usableAsTool).toBe(true);
});

test('the operations that every workflow may rely on', () => {
	const names = operations.map(({ resource, operation }) => `${resource}.${operation}`);
	expect(names).toEqual(
		expect.arrayContaining([
			...['create', 'upsert', 'get', 'getAll', 'update', 'archive', 'unarchive'].map(
				(name) => `user.${name}`,
			),
			'assignment.create',
			...['get', 'getAll', 'assign'].flatMap((name) => [`standard.${name}`, `unit.${name}`]),
		]),
	);
});

describe('no field is shown that nothing reads', () => {
	/** For each list of the editor, somebody or something of it as a spreadsheet would have it. */
	const known = {
		searchLearners: ['misId', 'L0001'],
		searchUsers: ['misId', 'L0001'],
		searchAssessors: ['misId', 'A001'],
		searchOrganisations: ['name', SEED.organisations.business.Name],
		searchClassrooms: ['name', SEED.classrooms[0].Name],
		searchPlacements: ['name', SEED.placements[1].Name],
		searchStandards: ['name', SEED.standards[0].Title],
		searchUnits: ['name', SEED.standards[0].units[0].Title],
	};

	/** Something in every field, so that everything is read that could be. */
	const filled = ({ type, default: value, modes, options }) => {
		if (type === 'resourceLocator') {
			const [mode, chosen] = known[modes[0].typeOptions.searchListMethod];
			return { __rl: true, mode, value: chosen };
		}
		if (type === 'collection')
			return options.some(({ name }) => name === 'telephone') ? { telephone: '1' } : {};
		if (type === 'multiOptions') return ['1'];
		return type === 'string' ? '1' : value;
	};

	/** Menus and switches decide what is shown and read: each of their entries is chosen once. */
	const entries = ({ type, options }) => {
		if (type === 'boolean') return [true, false];
		return type === 'options' && options ? options.map(({ value }) => value) : [];
	};

	const central = ['user', 'assignment', 'standard', 'unit'];
	test.each(operations.filter(({ resource }) => central.includes(resource)))(
		'$resource $operation',
		async ({ resource, operation, fields }) => {
			const { n8n } = await connect({}, { apiVersion: 'v2.1', organisationId: 5740 });
			const read = new Set();
			const node = n8n.nodeTypes.getByName('n8n-nodes-onefile.oneFile');
			const { execute } = node;
			node.execute = async function () {
				const { getNodeParameter } = this;
				this.getNodeParameter = (name, ...rest) => {
					read.add(name.split('.')[0]);
					return getNodeParameter.call(this, name, ...rest);
				};
				return await execute.call(this);
			};
			const parameters = {
				resource,
				operation,
				...Object.fromEntries(fields.map((field) => [field.name, filled(field)])),
			};
			const choices = fields.flatMap((field) => entries(field).map((value) => ({ [field.name]: value })));
			for (const choice of [{}, ...choices])
				await n8n.run('operation', { node: { parameters: { ...parameters, ...choice } } });
			expect(fields.map(({ name }) => name).filter((name) => !read.has(name))).toEqual([]);
		},
	);
});

describe('locators', () => {
	const locators = description.properties
		.flatMap((field) => [field, ...(field.type === 'collection' ? field.options : [])])
		.filter(({ type }) => type === 'resourceLocator');

	test('can be filled from a list that exists and by id', () => {
		expect(locators.length).toBeGreaterThan(10);
		for (const { modes } of locators) {
			expect(modes.slice(0, 2).map(({ displayName }) => displayName)).toEqual(['From List', 'By ID']);
			expect(Object.keys(new OneFile().methods.listSearch)).toContain(modes[0].typeOptions.searchListMethod);
			expect(modes[0].typeOptions.searchable).toBe(true);
		}
	});

	test('an id that is no number is refused in the editor already, except for units', () => {
		for (const { modes } of locators) {
			const [, byId] = modes;
			const isUnit = modes[0].typeOptions.searchListMethod === 'searchUnits';
			expect(Boolean(byId.validation)).toBe(!isUnit);
		}
	});
});

describe('secrets', () => {
	const { properties } = new OneFileApi();
	const field = (name) => properties.find((one) => one.name === name);

	test('no default holds one, and the token and the session are never shown', () => {
		for (const name of ['customerToken', 'sessionToken']) {
			expect(field(name)).toMatchObject({ default: '', typeOptions: { password: true } });
		}
		expect(field('sessionToken')).toMatchObject({ type: 'hidden', typeOptions: { expirable: true } });
		expect(JSON.stringify(description)).not.toMatch(/sandbox-customer-token|X-TokenID|X-CustomerToken/i);
	});

	test('the address to which the Test button goes is the one that the node calls', async () => {
		const { readAccount } = require('../../dist/nodes/OneFile/transport/account');
		const { sandbox, n8n } = await connect();
		await n8n.test();
		expect(new Set(sandbox.log.calls().map(({ version }) => version))).toEqual(new Set(['v2']));
		for (const [environment, host] of [
			['beta', 'wsapibeta'],
			['live', 'wsapi'],
			['practice', 'wsapi2'],
		]) {
			const account = readAccount({ ...credentialFor(sandbox), environment });
			expect(account.baseUrl).toBe(`https://${host}.onefile.co.uk/api/v2`);
			expect(new OneFileApi().test.request.baseURL).toContain(
				`"${environment}":"https://${host}.onefile.co.uk/api"`,
			);
		}
	});

	test('n8n has no complaint about the fields of a fresh credential', () => {
		const shown = properties.filter((one) =>
			NodeHelpers.displayParameter({ environment: 'live' }, one, null, null),
		);
		expect(shown.map(({ name }) => name)).not.toContain('baseUrl');
		expect(field('environment').default).toBe('beta');
		expect(field('apiVersion').default).toBe('v2');
		expect(field('requestsPerMinute').default).toBe(100);
	});
});
