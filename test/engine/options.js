'use strict';

const { LoadOptionsContext } = require('n8n-core');

/** Asks for the entries of a menu that the node loads, as the editor does. */
async function optionsOf(n8n, method, parameters) {
	const type = n8n.nodeTypes.getByName('n8n-nodes-onefile.oneFile');
	const node = {
		id: '1',
		name: 'OneFile',
		type: 'n8n-nodes-onefile.oneFile',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { oneFileApi: { id: 'onefile', name: 'OneFile account' } },
	};
	const workflow = n8n.asWorkflow({ nodes: [node], connections: {} });
	const data = { ...n8n.additionalData(workflow, 'internal'), currentNodeParameters: parameters };
	const context = new LoadOptionsContext(workflow, workflow.getNode('OneFile'), data, 'parameters');
	return await type.methods.loadOptions[method].call(context);
}

module.exports = { optionsOf };
