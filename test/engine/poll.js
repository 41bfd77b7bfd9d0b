'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { PollContext } = require('n8n-core');

const NODE = 'OneFile Trigger';
let workflows = 0;

/** What n8n gives a poll. */
const FIVE_MINUTES = 300_000;

/**
 * An active workflow that starts with the trigger, as n8n runs it: the first poll belongs to the activation, and what the
 * trigger remembers is stored with the activation and with whatever is sent, but not after a poll that found nothing.
 *
 * @param {object} n8n of connect.js
 * @param {object} parameters of the trigger in which it differs from the file's
 * @param {number} workflow.budgetMs how long n8n gives a poll
 * @param {string} workflow.stored static data as JSON, as an n8n that ran before has left it
 */
async function activate(
	n8n,
	parameters = {},
	{ id = `workflow-${++workflows}`, stored = '{}', budgetMs = FIVE_MINUTES } = {},
) {
	const workflow = n8n.asWorkflow({
		...readTrigger(parameters),
		id,
		active: true,
		staticData: JSON.parse(stored),
	});
	const trigger = {
		stored,
		/** All that is remembered, stored or not. */
		remembered: () => JSON.stringify(workflow.staticData),
		/** One poll; the records that it sent, none when it found nothing. */
		async poll() {
			const sent = await pollOnce(n8n, workflow, 'trigger', budgetMs);
			if (sent !== null) trigger.stored = trigger.remembered();
			return (sent?.[0] ?? []).map(({ json }) => json);
		},
		/** Presses "Fetch Test Event" in the editor. */
		test: async () => (await pollOnce(n8n, workflow, 'manual', FIVE_MINUTES))[0].map(({ json }) => json),
		/** n8n is gone without a word and another one goes on from what was stored. */
		restart: async (other = n8n) =>
			await activate(other, parameters, { id, stored: trigger.stored, budgetMs }),
	};
	trigger.atActivation = await trigger.poll();
	trigger.stored = trigger.remembered();
	return trigger;
}

/** The trigger of a workflow that was never active, in the editor. */
function inEditor(n8n, parameters = {}) {
	const workflow = n8n.asWorkflow(readTrigger(parameters));
	return {
		test: async () => (await pollOnce(n8n, workflow, 'manual', FIVE_MINUTES))[0].map(({ json }) => json),
		remembered: () => JSON.stringify(workflow.staticData),
	};
}

async function pollOnce(n8n, workflow, mode, budgetMs) {
	const node = workflow.getNode(NODE);
	const context = new PollContext(workflow, node, n8n.additionalData(workflow, mode), mode, 'activate');
	context.getPollBudgetMs = () => budgetMs;
	return await n8n.nodeTypes.getByName(node.type).poll.call(context);
}

function readTrigger(parameters) {
	const file = path.resolve(__dirname, '../workflows/trigger-people.json');
	const json = JSON.parse(fs.readFileSync(file, 'utf8'));
	const [node] = json.nodes;
	Object.assign(node.parameters, parameters);
	return json;
}

module.exports = { activate, inEditor };
