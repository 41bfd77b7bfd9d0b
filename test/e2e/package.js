'use strict';

const assert = require('node:assert/strict');

module.exports = [
	[
		'n8n lists the node, and its variant as an AI tool',
		async ({ rest }) => {
			const names = (await rest.nodeTypes()).map(({ name }) => name);
			for (const wanted of ['n8n-nodes-onefile.oneFile', 'n8n-nodes-onefile.oneFileTool']) {
				assert.ok(names.includes(wanted), `${wanted} is not among n8n's ${names.length} node types`);
			}
		},
	],
	[
		'the example workflows are in n8n, each once, with the credential filled in',
		async ({ rest, credential, imported }) => {
			const workflows = await rest.get('/workflows');
			assert.equal(workflows.length, imported.length);
			for (const { id, name } of workflows) {
				const { nodes } = await rest.get(`/workflows/${id}`);
				const own = nodes.filter(({ type }) => type.startsWith('n8n-nodes-onefile.'));
				assert.ok(own.length > 0, `"${name}" has no OneFile node`);
				for (const node of own)
					assert.equal(node.credentials?.oneFileApi?.id, credential.id, `"${node.name}" of "${name}"`);
			}
		},
	],
];
