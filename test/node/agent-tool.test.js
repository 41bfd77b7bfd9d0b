'use strict';

const { NodeHelpers } = require('n8n-workflow');
const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect } = require('../engine/connect');

compressTime();

const TYPE = 'n8n-nodes-onefile.oneFileTool';
const LEARNER = SEED.learners.firstId;
const user = { __rl: true, mode: 'id', value: String(LEARNER) };

/** n8n with the variant for AI agents, which n8n makes of the node by adding Tool to its name. */
async function connectTool() {
	const connected = await connect();
	const { nodeTypes } = connected.n8n;
	const node = nodeTypes.getByName('n8n-nodes-onefile.oneFile');
	const tool = Object.assign(Object.create(node), {
		description: { ...node.description, name: 'oneFileTool' },
	});
	const { getByName, getByNameAndVersion } = nodeTypes;
	nodeTypes.getByName = (name) => (name === TYPE ? tool : getByName(name));
	nodeTypes.getByNameAndVersion = (name, version) =>
		name === TYPE ? tool : getByNameAndVersion(name, version);
	return { ...connected, tool };
}

const getUser = async (n8n, parameters) =>
	await n8n.run('operation', {
		node: { type: TYPE, parameters: { resource: 'user', operation: 'get', user, ...parameters } },
	});

test('an agent gets a compact answer unless it asks for more', async () => {
	const { n8n } = await connectTool();
	const [compact] = (await getUser(n8n, {})).json;
	const [raw] = (await getUser(n8n, { output: 'raw' })).json;
	expect(compact).toMatchObject({ ID: LEARNER, FirstName: raw.FirstName });
	expect(Object.keys(compact).length).toBeLessThan(Object.keys(raw).length);
	expect(raw).toHaveProperty('DOB');
});

test('or only the fields that it names, whatever their case, and all ids', async () => {
	const { n8n } = await connectTool();
	const [json] = (await getUser(n8n, { output: 'selected', selectedFields: 'firstname, Progress' })).json;
	const [raw] = (await getUser(n8n, { output: 'raw' })).json;
	const others = Object.keys(json).filter((key) => !/id$/i.test(key));
	expect(others).toEqual(['FirstName', 'Progress']);
	expect(json).toMatchObject({ ID: LEARNER, MISID: 'L0001', FirstName: raw.FirstName });
});

test('selected fields have to be named, before any call', async () => {
	const { sandbox, n8n } = await connectTool();
	const { error } = await getUser(n8n, { output: 'selected', selectedFields: ' ' });
	expect(error.message).toBe("'Selected Fields' is missing");
	expect(sandbox.log.calls()).toEqual([]);
});

test('people see Simplify, agents see Output', async () => {
	const { n8n, tool } = await connectTool();
	const { description } = n8n.nodeTypes.getByName('n8n-nodes-onefile.oneFile');
	const parameters = { resource: 'user', operation: 'get' };
	const shown = (type) =>
		type.properties
			.filter((field) => ['simplify', 'output'].includes(field.name))
			.filter((field) => NodeHelpers.displayParameter(parameters, field, { typeVersion: 1 }, type))
			.map(({ name }) => name);
	expect(shown(description)).toEqual(['simplify']);
	expect(shown(tool.description)).toEqual(['output']);
});

test('every field that an agent may fill says what belongs into it', () => {
	const { OneFile } = require('../../dist/nodes/OneFile/OneFile.node');
	const all = (fields) =>
		fields.flatMap((field) => (field.type === 'collection' ? all(field.options) : [field]));
	const silent = all(new OneFile().description.properties)
		.filter(({ name }) => name !== 'resource' && name !== 'operation')
		.filter(({ description, placeholder, options }) => !description && !placeholder && !options);
	expect([...new Set(silent.map(({ name }) => name))]).toEqual([]);
});
