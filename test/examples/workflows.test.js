'use strict';

const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const examples = path.join(root, 'examples');
const described = (folder, name) =>
	new (require(`../../dist/nodes/${folder}/${name}.node.js`)[name])().description.properties;

const node = described('OneFile', 'OneFile');
const FIELDS = {
	'n8n-nodes-onefile.oneFile': node,
	// n8n makes the variant for AI agents of the node, and adds these fields.
	'n8n-nodes-onefile.oneFileTool': [...node, { name: 'descriptionType' }, { name: 'toolDescription' }],
	// n8n gives every polling trigger its times.
	'n8n-nodes-onefile.oneFileTrigger': [
		...described('OneFileTrigger', 'OneFileTrigger'),
		{ name: 'pollTimes', options: [{ name: 'item' }] },
	],
};
const TRIGGERS = ['n8n-nodes-base.manualTrigger', 'n8n-nodes-onefile.oneFileTrigger'];

const files = fs.readdirSync(examples).filter((name) => name.endsWith('.json'));
const read = (file) => JSON.parse(fs.readFileSync(path.join(examples, file), 'utf8'));
const ownNodes = ({ nodes }) => nodes.filter(({ type }) => type.startsWith('n8n-nodes-onefile.'));

/** The node's fields for a resource and operation, as the editor would show them. */
function fieldsOf({ type, parameters: { resource, operation } }) {
	return FIELDS[type].filter(({ displayOptions }) => {
		const { resource: resources, operation: operations } = displayOptions?.show ?? {};
		return (!resources || resources.includes(resource)) && (!operations || operations.includes(operation));
	});
}

const isLocator = (value) => value?.__rl === true;

describe.each(files)('examples/%s', (file) => {
	const workflow = read(file);

	it('has an id, a name, a trigger and a note', () => {
		expect(workflow.id).toMatch(/^onefile[A-Za-z]+\d+$/);
		expect(workflow.name).toBeTruthy();
		const types = workflow.nodes.map(({ type }) => type);
		expect(types.filter((type) => TRIGGERS.includes(type))).not.toEqual([]);
		expect(types).toContain('n8n-nodes-base.stickyNote');
	});

	it('names no credential: its id differs from one n8n to the next', () => {
		expect(JSON.stringify(workflow)).not.toContain('"credentials"');
	});

	it('connects only nodes that it has', () => {
		const names = new Set(workflow.nodes.map(({ name }) => name));
		const targets = Object.values(workflow.connections).flatMap((outputs) =>
			Object.values(outputs)
				.flat(2)
				.map((target) => target.node),
		);
		for (const name of [...Object.keys(workflow.connections), ...targets]) expect(names).toContain(name);
	});

	it.each(ownNodes(workflow).map((one) => [one.name, one]))(
		'%s: sets only fields and choices that the node has',
		(_, one) => {
			const { parameters } = one;
			const fields = fieldsOf(one);
			for (const [name, value] of Object.entries(parameters)) {
				const candidates = fields.filter((field) => field.name === name);
				expect([name, candidates.length > 0]).toEqual([name, true]);
				if (isLocator(value))
					expect(candidates.flatMap(({ modes }) => modes.map((mode) => mode.name))).toContain(value.mode);
				else if (typeof value === 'object')
					expect(candidates.flatMap(({ options }) => options.map((option) => option.name))).toEqual(
						expect.arrayContaining(Object.keys(value)),
					);
				else if (candidates.every(({ type }) => type === 'options'))
					expect(candidates.flatMap(({ options }) => options.map((option) => option.value))).toContain(value);
			}
		},
	);
});

it('has no two examples of one id or name', () => {
	const all = files.map(read);
	expect(new Set(all.map(({ id }) => id)).size).toBe(files.length);
	expect(new Set(all.map(({ name }) => name)).size).toBe(files.length);
});
