'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { PollContext } = require('n8n-core');

const NODE = 'OneFile Trigger';
let workflows = 0;

/** What n8n gives a poll. */
const FIVE_MINUTES = 300_000;

/**
 * An active workflow that starts with the trigger, as n8n runs it: one context for all polls, the first poll belongs to the
 * activation, and what the trigger remembers is stored with the activation and with whatever is sent, but not after a poll
 * that found nothing.
 *
 * @param {object} n8n of connect.js
 * @param {object} parameters of the trigger in which it differs from the file's
 * @param {string} workflow.stored static data as JSON, as an n8n that ran before has left it
 */
async function activate(n8n, parameters = {}, { id = `workflow-${++workflows}`, stored = '{}' } = {}) {
	const workflow = n8n.asWorkflow({
		...readTrigger(parameters),
		id,
		active: true,
		staticData: JSON.parse(stored),
	});
	const context = contextOf(n8n, workflow, 'trigger');
	context.getPollBudgetMs = () => trigger.budgetMs;
	const trigger = {
		stored,
		budgetMs: FIVE_MINUTES,
		/** All that is remembered, stored or not. */
		remembered: () => JSON.stringify(workflow.staticData),
		/** One poll; the records that it sent, none when it found nothing. */
		async poll() {
			const sent = await pollWith(n8n, context);
			if (sent !== null) trigger.stored = trigger.remembered();
			return (sent?.[0] ?? []).map(({ json }) => json);
		},
		test: async () => await testRun(n8n, workflow),
		/** n8n is gone without a word and another one goes on from what was stored. */
		restart: async (other = n8n) => await activate(other, parameters, { id, stored: trigger.stored }),
	};
	trigger.atActivation = await trigger.poll();
	trigger.stored = trigger.remembered();
	return trigger;
}

/** The trigger of a workflow that was never active, in the editor. */
function inEditor(n8n, parameters = {}) {
	const workflow = n8n.asWorkflow(readTrigger(parameters));
	return {
		test: async () => await testRun(n8n, workflow),
		remembered: () => JSON.stringify(workflow.staticData),
	};
}

/** Presses "Fetch Test Event". */
async function testRun(n8n, workflow) {
	const [sent] = await pollWith(n8n, contextOf(n8n, workflow, 'manual'));
	return sent.map(({ json }) => json);
}

function contextOf(n8n, workflow, mode) {
	return new PollContext(
		workflow,
		workflow.getNode(NODE),
		n8n.additionalData(workflow, mode),
		mode,
		'activate',
	);
}

async function pollWith(n8n, context) {
	return await n8n.nodeTypes.getByName(context.getNode().type).poll.call(context);
}

function readTrigger(parameters) {
	const file = path.resolve(__dirname, '../workflows/trigger-people.json');
	const json = JSON.parse(fs.readFileSync(file, 'utf8'));
	const [node] = json.nodes;
	Object.assign(node.parameters, parameters);
	return json;
}

module.exports = { activate, inEditor };
