'use strict';

const crypto = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

const { signIn } = require('../scripts/n8n/owner');
const { installPackage } = require('../scripts/n8n/package');
const { local } = require('../scripts/n8n/places');
const { connect } = require('../scripts/n8n/rest');
const { startN8n } = require('../scripts/n8n/server');
const { writeProgram } = require('./shorterMinute');

const folder = path.join(local, 'bench');

/**
 * A fresh n8n of its own, with the packed package installed as a community package.
 *
 * @param {{ n8n: object, packed: object }} made by the modules of `npm start`
 * @param {string} name of its folder
 * @param {number} windowMs how long OneFile's minute is to it
 * @param {string[]} flags for its Node
 */
async function startServer({ n8n, packed }, name, windowMs, flags = []) {
	const data = path.join(folder, name);
	fs.rmSync(data, { recursive: true, force: true });
	await installPackage(packed, data);
	const bin = writeProgram(data, n8n.bin, windowMs);
	const server = await startN8n({ n8n: { ...n8n, bin }, data, flags });
	const rest = connect(server.url);
	await signIn(rest);

	/** Stores a `oneFileApi` credential for an account. */
	async function credentialFor(sandbox, requestsPerMinute) {
		const fields = {
			environment: 'custom',
			baseUrl: sandbox.apiUrl,
			apiVersion: 'v2',
			customerToken: sandbox.customerToken,
			requestsPerMinute,
		};
		const { id, name: label } = await rest.post('/credentials', {
			name: sandbox.apiUrl,
			type: 'oneFileApi',
			data: fields,
		});
		return { id, name: label };
	}

	/** Stores and activates a workflow behind a webhook; gives a function that runs it on rows and resolves at its end. */
	async function publish(nodes) {
		const hook = crypto.randomUUID();
		const parameters = {
			path: hook,
			httpMethod: 'POST',
			responseMode: 'lastNode',
			responseData: 'noData',
			options: {},
		};
		const webhook = {
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: hook,
			parameters,
		};
		const { id, versionId } = await rest.post('/workflows', workflowOf([webhook, ...nodes]));
		await rest.post(`/workflows/${id}/activate`, { versionId });
		while ((await rest.get(`/workflows/${id}/publication-status`)).status !== 'published') await pause(100);
		return async (rows) => {
			await post(`${server.url}/webhook/${hook}`, JSON.stringify({ rows }));
		};
	}

	/** Opens a list of the node, as the editor does for From List. */
	async function openList(methodName, credential) {
		const { results } = await rest.post('/dynamic-node-parameters/resource-locator-results', {
			nodeTypeAndVersion: { name: 'n8n-nodes-onefile.oneFile', version: 1 },
			path: 'parameters.organisation',
			methodName,
			currentNodeParameters: { resource: 'user', operation: 'get' },
			credentials: { oneFileApi: credential },
		});
		return results;
	}

	/** Presses "Execute workflow" for nodes behind a manual trigger. The run goes on by itself. */
	async function pressExecute(nodes) {
		const manual = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
		const { id } = await rest.post('/workflows', workflowOf([manual, ...nodes]));
		await rest.post(`/workflows/${id}/run`, { triggerToStartFrom: { name: manual.name } });
	}

	return { pid: server.pid, credentialFor, publish, openList, pressExecute, stop: server.stop };
}

/** Waits for the answer however long it takes; `fetch` gives up after five minutes. */
async function post(url, body) {
	const request = http.request(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
	request.end(body);
	const [answer] = await once(request, 'response');
	const said = (await answer.toArray()).join('');
	if (answer.statusCode !== 200) throw new Error(`The workflow ended with an error: ${said}`);
}

/** Nodes in a row, each after the one before. */
function workflowOf(nodes) {
	const connections = {};
	nodes.slice(1).forEach(({ name }, index) => {
		connections[nodes[index].name] = { main: [[{ node: name, type: 'main', index: 0 }]] };
	});
	const placed = nodes.map((node, index) => ({
		id: crypto.randomUUID(),
		position: [index * 220, 0],
		...node,
	}));
	return { name: 'Benchmark', active: false, settings: {}, nodes: placed, connections };
}

module.exports = { startServer, folder };
