'use strict';

const core = require('n8n-core');
const { Workflow, createRunExecutionData } = require('n8n-workflow');

/** The node on which n8n tests a credential; its helper knows the test by it and logs in whatever is stored. */
const NOOP = 'n8n-nodes-base.noOp';

/**
 * The Test button of a credential, by the rules of n8n's server: the test's request as a declarative node, its rules on the
 * status of the answer, otherwise the message of what went wrong.
 */
async function pressTest({ credentials }, { id, name, type, data }, additionalDataFor) {
	const { request, rules = [] } = credentials.get(type).test;
	const description = {
		displayName: 'No Operation',
		name: NOOP,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Temp-Node' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: type, required: true }],
		properties: [{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } }],
	};
	const nodeType = { description };
	const node = {
		id: 'temp',
		name: 'Temp-Node',
		type: NOOP,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id, name } },
	};
	const nodeTypes = {
		getKnownTypes: () => ({}),
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const input = { main: [[{ json: {} }]] };
	const context = new core.ExecuteContext(
		workflow,
		workflow.getNode('Temp-Node'),
		additionalDataFor(workflow),
		'internal',
		createRunExecutionData({}),
		0,
		[],
		input,
		{ node, data: {}, source: null },
		[],
	);
	try {
		await new core.RoutingNode(context, nodeType, { id, name, type, data }).runNode();
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const status = error.cause?.response?.status;
		const rule = rules.find((one) => one.type === 'responseCode' && one.properties.value === status);
		const message =
			rule?.properties.message ??
			(status && error.cause.response.statusText) ??
			error.cause?.code ??
			error.message;
		return { status: 'Error', message };
	}
}

module.exports = { pressTest };
