'use strict';

const { NodeHelpers, generateZodSchema, traverseNodeParameters } = require('n8n-workflow');

const { OneFile } = require('../../dist/nodes/OneFile/OneFile.node.js');

const { description } = new OneFile();
const menu = (name) => description.properties.filter((field) => field.name === name);
const operations = menu('operation').flatMap(({ displayOptions, options }) =>
	displayOptions.show.resource.flatMap((resource) =>
		options.map(({ value, action }) => [`${resource}: ${value}`, { resource, operation: value, action }]),
	),
);

const TYPES = { number: 'number', boolean: 'boolean' };
/** What n8n's editor writes into a field that is left to the model: named as the field, of its type. */
function leftToModel({ displayName, type }) {
	const key = displayName.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 64);
	return `={{ $fromAI('${key}', \`\`, '${TYPES[type] ?? 'string'}') }}`;
}

/** The fields that the editor shows for an operation of the node as a tool, all of them left to the model. */
function asTool({ resource, operation }) {
	const chosen = { resource, operation };
	const shown = ({ displayOptions: { show = {} } = {} }) =>
		Object.entries(show).every(([name, values]) => !(name in chosen) || values.includes(chosen[name])) &&
		(show['@tool'] ?? [true]).includes(true);
	const fields = description.properties.filter((field) => !(field.name in chosen) && shown(field));
	for (const field of fields) {
		if (field.type === 'notice') continue;
		if (field.type === 'resourceLocator')
			chosen[field.name] = { __rl: true, mode: 'id', value: leftToModel(field) };
		else if (field.type === 'collection') {
			chosen[field.name] = Object.fromEntries(
				field.options.map((option) => [option.name, leftToModel(option)]),
			);
		} else chosen[field.name] = leftToModel(field);
	}
	return { name: 'OneFile', type: 'n8n-nodes-onefile.oneFileTool', typeVersion: 1, parameters: chosen };
}

const saysOf = (node) => NodeHelpers.getToolDescriptionForNode(node, { description });

test('the node is offered as a tool', () => {
	expect(description.usableAsTool).toBe(true);
	expect(operations.length).toBeGreaterThan(30);
});

test('a model can tell the operations apart by what n8n says of them', () => {
	const says = operations.map(([, operation]) => saysOf(asTool(operation)));
	expect(new Set(says).size).toBe(operations.length);
});

test.each(operations)('%s: says what it does, and a model can fill every field', (_, operation) => {
	const node = asTool(operation);
	expect(saysOf(node)).toBe(`${operation.action} in OneFile`);
	const left = [];
	traverseNodeParameters(node.parameters, left);
	for (const { key } of left) expect(key).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
	// Two fields of one name but another type are refused by n8n when the agent starts.
	const types = new Map(left.map(({ key, type }) => [key, type]));
	expect(left.filter(({ key, type }) => types.get(key) !== type)).toEqual([]);
	for (const argument of left) expect(generateZodSchema(argument)).toBeDefined();
});

test('every field says what goes into it: a model has nothing else to go by', () => {
	const fields = description.properties.flatMap((field) => [
		field,
		...(field.type === 'collection' ? field.options : []),
	]);
	const plain = fields.filter(
		({ type, name }) => !['collection', 'notice'].includes(type) && !['resource', 'operation'].includes(name),
	);
	const silent = plain.filter(
		(field) => !field.description && !field.options && !NAMED.has(field.displayName),
	);
	expect(silent.map(({ displayName }) => displayName)).toEqual([]);
});

/** Names that say it all. */
const NAMED = new Set(['Email', 'National Insurance Number', 'Website']);
