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
const { NodeHelpers, Workflow, createRunExecutionData } = require('n8n-workflow');

const { MemoryCredentials } = require('./credentials');

const PACKAGE = path.resolve(__dirname, '../..');
const ADDRESSES = ['restApiUrl', 'instanceBaseUrl', 'webhookBaseUrl', 'webhookTestBaseUrl', 'webhookWaitingBaseUrl', 'formBaseUrl', 'formTestBaseUrl', 'formWaitingBaseUrl'];

/** Hands its input on: stands where a trigger would. */
const start = {
	description: { displayName: 'Start', name: 'start', group: ['trigger'], version: 1, description: '', defaults: { name: 'Start' }, inputs: ['main'], outputs: ['main'], properties: [] },
	async execute() {
		return [this.getInputData()];
	},
};

/**
 * n8n's own engine in this process: its loader on the built package, its workflow execution, its HTTP requests.
 *
 * @param {object} credential fields of a `oneFileApi` credential; what n8n would store with it is kept here too
 */
async function startEngine(credential) {
	const loader = new core.PackageDirectoryLoader(PACKAGE);
	await loader.loadAll();
	const types = new Map([['test.start', start]]);
	for (const [name, { type }] of Object.entries(loader.nodeTypes)) types.set(`${loader.packageName}.${name}`, type);
	const nodeTypes = {
		getKnownTypes: () => ({}),
		getByName: (name) => types.get(name),
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types.get(name), version),
	};
	const stored = { onefile: { id: 'onefile', name: 'OneFile account', type: 'oneFileApi', data: { ...credential } } };
	const credentialTypes = new Map(Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type]));
	const credentialsHelper = new MemoryCredentials(credentialTypes, stored);
	let executions = 0;

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
			externalSecretsProxy: { getSecret: () => undefined, hasProvider: () => false, hasSecret: () => false, listProviders: () => [], listSecrets: () => [] },
		};
	}

	const asWorkflow = (json) => new Workflow({ id: 'workflow', active: false, settings: {}, ...json, nodeTypes });

	/** Starts a workflow file; `finished` resolves to its outcome, `stop()` is the Stop button. */
	function begin(file, { items = [{}], mode = 'trigger', change = (json) => json } = {}) {
		const json = change(readWorkflow(file));
		const workflow = asWorkflow(json);
		const stack = {
			contextData: {},
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
			nodeExecutionStack: [{ node: workflow.getNode('Start'), data: { main: [items.map((item) => ({ json: item }))] }, source: null }],
		};
		const data = additionalData(json, mode);
		const execution = new core.WorkflowExecute(data, mode, createRunExecutionData({ executionData: stack }));
		const running = execution.processRunExecutionData(workflow);
		return { stop: () => running.cancel(), finished: running.then((run) => outcomeOf(run)) };
	}

	return {
		nodeTypes,
		credentialTypes,
		/** What n8n has stored with the credential. */
		credential: stored.onefile.data,
		storedCredential: () => stored.onefile.data,
		changeCredential: (fields) => Object.assign(stored.onefile, { data: { ...stored.onefile.data, ...fields } }),
		begin,
		run: async (file, options) => await begin(file, options).finished,
		/** Asks for a list as the editor does. */
		async list(method, { filter, paginationToken, parameters = {}, resource = 'user', operation = 'get' } = {}) {
			const json = { nodes: [{ id: '1', name: 'OneFile', type: 'n8n-nodes-onefile.oneFile', typeVersion: 1, position: [0, 0], parameters: { resource, operation, ...parameters }, credentials: { oneFileApi: { id: 'onefile', name: 'OneFile account' } } }], connections: {} };
			const workflow = asWorkflow(json);
			const context = new core.LoadOptionsContext(workflow, workflow.getNode('OneFile'), additionalData(json, 'internal'), 'parameters');
			return await types.get('n8n-nodes-onefile.oneFile').methods.listSearch[method].call(context, filter, paginationToken);
		},
	};
}

/** `user-create` is test/workflows/user-create.json */
function readWorkflow(file) {
	return JSON.parse(fs.readFileSync(path.resolve(__dirname, '../workflows', `${file}.json`), 'utf8'));
}

function outcomeOf(run) {
	const { resultData } = run.data;
	const nodeRun = resultData.runData.OneFile?.at(-1);
	const outputs = nodeRun?.data?.main ?? [];
	return {
		status: run.status,
		error: resultData.error,
		/** Items of the first output, as n8n hands them on. */
		items: outputs[0] ?? [],
		json: (outputs[0] ?? []).map(({ json }) => json),
		/** Items of the error output, if the node has one. */
		refused: (outputs[1] ?? []).map(({ json }) => json),
		hints: nodeRun?.hints ?? [],
		/** All that n8n would save of the execution. */
		saved: JSON.stringify(run.data),
	};
}

module.exports = { startEngine };
