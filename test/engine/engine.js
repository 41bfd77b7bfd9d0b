'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

// n8n-core writes its settings into this folder and logs at this level; both are read when it is loaded.
process.env.N8N_USER_FOLDER ??= fs.mkdtempSync(path.join(os.tmpdir(), 'onefile-engine-'));
process.env.N8N_ENCRYPTION_KEY ??= 'engine-tests';
process.env.N8N_LOG_LEVEL ??= 'silent';
require('reflect-metadata');
const core = require('n8n-core');
const { Workflow, createRunExecutionData, setSafeRegexEngine } = require('n8n-workflow');

const { MemoryCredentials } = require('./credentials');
const { pressTest } = require('./testButton');
const { outcomeOf } = require('./outcome');
const { loadTypes } = require('./types');

// n8n gives each check of an id 250 ms, which a busy machine may not have.
setSafeRegexEngine({ test: (pattern, input, flags) => new RegExp(pattern, flags).test(input) });

const ADDRESSES = [
	'restApiUrl',
	'instanceBaseUrl',
	'webhookBaseUrl',
	'webhookTestBaseUrl',
	'webhookWaitingBaseUrl',
	'formBaseUrl',
	'formTestBaseUrl',
	'formWaitingBaseUrl',
];
const NO_SECRETS = {
	getSecret: () => undefined,
	hasProvider: () => false,
	hasSecret: () => false,
	listProviders: () => [],
	listSecrets: () => [],
};
/** n8n never gives an id twice. */
let executions = 0;
const CREDENTIAL = { id: 'onefile', name: 'OneFile account' };

/**
 * n8n's own engine in this process: its loader on the built package, its workflow execution, its HTTP requests.
 *
 * @param {object} credential fields of a `oneFileApi` credential; what n8n would store with it is kept here too
 */
async function startEngine(credential) {
	const types = await loadTypes();
	const { nodeTypes } = types;
	const stored = { onefile: { ...CREDENTIAL, type: 'oneFileApi', data: { ...credential } } };
	const credentialsHelper = new MemoryCredentials(types.credentials, stored);

	function additionalData(workflow, mode) {
		const executionId = String(++executions);
		return {
			credentialsHelper,
			executionId,
			currentNodeExecutionIndex: 0,
			variables: {},
			...Object.fromEntries(ADDRESSES.map((name) => [name, 'http://127.0.0.1:5678'])),
			hooks: new core.ExecutionLifecycleHooks(mode, executionId, workflow),
			setExecutionStatus() {},
			sendDataToUI() {},
			logAiEvent() {},
			externalSecretsProxy: NO_SECRETS,
		};
	}

	const asWorkflow = (json) =>
		new Workflow({ id: 'workflow', active: false, settings: {}, ...json, nodeTypes });

	/**
	 * Starts a workflow file; `finished` resolves to its outcome, `stop()` is the Stop button.
	 *
	 * @param {object} node what this run has otherwise in the OneFile node: settings such as `onError`, and `parameters`
	 */
	function begin(file, { items = [{}], mode = 'trigger', node = {} } = {}) {
		const json = readWorkflow(file, node);
		const workflow = asWorkflow(json);
		const stack = {
			contextData: {},
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
			nodeExecutionStack: [
				{
					node: workflow.getNode('Start'),
					data: { main: [items.map((item) => ({ json: item }))] },
					source: null,
				},
			],
		};
		const data = additionalData(json, mode);
		const execution = new core.WorkflowExecute(data, mode, createRunExecutionData({ executionData: stack }));
		const running = execution.processRunExecutionData(workflow);
		return { stop: () => running.cancel(), finished: running.then((run) => outcomeOf(run)) };
	}

	return {
		nodeTypes,
		asWorkflow,
		additionalData,
		/** What n8n has stored with the credential. */
		storedCredential: () => stored.onefile.data,
		changeCredential: (fields) =>
			Object.assign(stored.onefile, { data: { ...stored.onefile.data, ...fields } }),
		begin,
		run: async (file, options) => await begin(file, options).finished,
		/** Presses Test in the credential: `{ status, message }` as the editor shows it. */
		test: async () =>
			await pressTest(types, stored.onefile, (workflow) => additionalData(workflow, 'internal')),
		/** Asks for a list as the editor does. */
		async list(
			method,
			{ filter, paginationToken, parameters = {}, resource = 'user', operation = 'create' } = {},
		) {
			const node = {
				id: '1',
				name: 'OneFile',
				type: 'n8n-nodes-onefile.oneFile',
				typeVersion: 1,
				position: [0, 0],
				parameters: { resource, operation, ...parameters },
				credentials: { oneFileApi: CREDENTIAL },
			};
			const workflow = asWorkflow({ nodes: [node], connections: {} });
			const data = { ...additionalData(workflow, 'internal'), currentNodeParameters: node.parameters };
			const context = new core.LoadOptionsContext(workflow, workflow.getNode('OneFile'), data, 'parameters');
			const type = nodeTypes.getByName('n8n-nodes-onefile.oneFile');
			return await type.methods.listSearch[method].call(context, filter, paginationToken);
		},
	};
}

/** `user-create` is test/workflows/user-create.json; `changes` go into its OneFile node. */
function readWorkflow(file, { parameters, ...settings }) {
	const json = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../workflows', `${file}.json`), 'utf8'));
	const node = json.nodes.find(({ name }) => name === 'OneFile');
	Object.assign(node, settings, { parameters: { ...node.parameters, ...parameters } });
	return json;
}

module.exports = { startEngine };
