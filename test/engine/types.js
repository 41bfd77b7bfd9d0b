'use strict';

const path = require('node:path');

const { PackageDirectoryLoader } = require('n8n-core');
const { NodeHelpers } = require('n8n-workflow');

const PACKAGE = path.resolve(__dirname, '../..');

const standIn = (name, properties, execute) => ({
	description: {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties,
	},
	execute,
});

/** Hands its input on: stands where a trigger would. */
const start = standIn('start', [], async function () {
	return [this.getInputData()];
});

/** Says what its `text` comes to for each item, as n8n's Set node would: the place for expressions on pairing. */
const note = standIn(
	'note',
	[{ displayName: 'Text', name: 'text', type: 'string', default: '' }],
	async function () {
		return [
			this.getInputData().map((_, item) => ({
				json: { text: this.getNodeParameter('text', item) },
				pairedItem: { item },
			})),
		];
	},
);

/** The built package, by n8n's own loader, and the two nodes that the workflow files put round it. */
async function loadTypes() {
	const loader = new PackageDirectoryLoader(PACKAGE);
	await loader.loadAll();
	const nodes = new Map([
		['test.start', start],
		['test.note', note],
		...Object.entries(loader.nodeTypes).map(([name, { type }]) => [`${loader.packageName}.${name}`, type]),
	]);
	const credentials = new Map(Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type]));
	const nodeTypes = {
		getKnownTypes: () => ({}),
		getByName: (name) => nodes.get(name),
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(nodes.get(name), version),
	};
	return { nodeTypes, credentials };
}

module.exports = { loadTypes };
