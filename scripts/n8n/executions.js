'use strict';

const { setTimeout: pause } = require('node:timers/promises');

const RUNNING = new Set(['new', 'running', 'waiting']);

/** Presses "Execute workflow": starts at the workflow's manual trigger and gives the execution's id. */
async function execute(rest, workflowId) {
	const { nodes } = await rest.get(`/workflows/${workflowId}`);
	const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	const { executionId } = await rest.post(`/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: trigger.name },
	});
	return executionId;
}

/** Waits for the end of an execution and gives its status, the runs of its nodes, and the record as n8n stored it. */
async function finished(rest, executionId) {
	for (;;) {
		const record = await rest.get(`/executions/${executionId}`);
		if (!RUNNING.has(record.status)) {
			const { resultData } = unfold(record.data);
			return {
				id: executionId,
				status: record.status,
				error: resultData.error,
				runs: resultData.runData,
				stored: record.data,
			};
		}
		await pause(250);
	}
}

/** The items that a node gave in its last run, on its first output unless another is asked for. */
function outputOf({ runs }, node, output = 0) {
	return (runs[node]?.at(-1)?.data?.main?.[output] ?? []).map((item) => item.json);
}

/** n8n stores execution data as a list in which every object's and list's members are positions in that list. */
function unfold(text) {
	const parts = JSON.parse(text);
	const made = new Map();
	const at = (position) => {
		const part = parts[position];
		if (part === null || typeof part !== 'object') return part;
		if (!made.has(position)) {
			const value = Array.isArray(part) ? [] : {};
			made.set(position, value);
			for (const [key, member] of Object.entries(part))
				value[key] = typeof member === 'string' ? at(member) : member;
		}
		return made.get(position);
	};
	return at(0);
}

module.exports = { execute, finished, outputOf };
