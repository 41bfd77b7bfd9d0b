'use strict';

const assert = require('node:assert/strict');
const { setTimeout: pause } = require('node:timers/promises');

const { SEED } = require('../../sandbox');
const { finished, outputOf } = require('../../scripts/n8n/executions');
const { caller } = require('../sandbox/caller');

const EXAMPLE = 'onefileNewLearn1';

const PATIENCE_MS = 60_000;

/** Waits until `look` gives something. */
async function until(look, what) {
	const deadline = Date.now() + PATIENCE_MS;
	while (Date.now() < deadline) {
		const seen = await look();
		if (seen) return seen;
		await pause(100);
	}
	throw new Error(`not within a minute: ${what}`);
}

/** Switches the workflow off and on: n8n polls once when it comes on, so nobody waits for the clock. */
async function switchOn(rest) {
	const { active, versionId } = await rest.get(`/workflows/${EXAMPLE}`);
	if (active) await switchOff(rest);
	await rest.post(`/workflows/${EXAMPLE}/activate`, { versionId });
	await until(async () => {
		const { status, triggers } = await rest.get(`/workflows/${EXAMPLE}/publication-status`);
		return status === 'published' && triggers.every((trigger) => trigger.status === 'activated');
	}, 'the workflow is active');
}

async function switchOff(rest) {
	await rest.post(`/workflows/${EXAMPLE}/deactivate`);
	await until(async () => {
		const { status } = await rest.get(`/workflows/${EXAMPLE}/publication-status`);
		return status !== 'published' && status !== 'in_progress';
	}, 'the workflow is inactive');
}

async function enrol(sandbox, misId) {
	const [{ ClassroomID, PlacementID }] = sandbox.control.records('users', { MISID: 'L0001' });
	const client = await caller(sandbox);
	const { data } = await client.post('/User', {
		OrganisationID: SEED.organisations.business.ID,
		FirstName: 'Tamsin',
		LastName: 'Late',
		Email: 'tamsin.late@example.com',
		MISID: misId,
		Role: SEED.roles.learner,
		DefaultAssessorID: SEED.people.assessor.ID,
		ClassroomID,
		PlacementID,
	});
	return data.ID;
}

/** Ids of the workflow's executions, the last first. */
async function executions(rest) {
	const { results } = await rest.get(
		`/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId: EXAMPLE }))}`,
	);
	return results.map(({ id }) => id);
}

async function nextExecution(rest, before) {
	const id = await until(
		async () => (await executions(rest)).find((one) => !before.includes(one)),
		'the trigger starts the workflow',
	);
	return await finished(rest, id);
}

module.exports = [
	[
		'activating the trigger starts nothing',
		async ({ rest }) => {
			await switchOn(rest);
			await switchOn(rest);
			assert.deepEqual(await executions(rest), []);
		},
	],
	[
		'a learner who was created in OneFile starts the workflow, once',
		async ({ rest, sandbox }) => {
			const id = await enrol(sandbox, 'TRIGGER-1');
			await switchOn(rest);
			const execution = await nextExecution(rest, []);
			assert.equal(execution.status, 'success', execution.error?.message);
			assert.deepEqual(
				outputOf(execution, 'A learner was created').map(({ event, ID }) => [event, ID]),
				[['userCreated', id]],
			);
			const [{ to, text }] = outputOf(execution, 'A line for the assessor');
			assert.equal(to, SEED.people.assessor.Email);
			assert.equal(text, 'Gareth, you have a new learner in OneFile: Tamsin Late');
			await switchOn(rest);
			assert.equal((await executions(rest)).length, 1);
		},
	],
	[
		'n8n restarted: who was created meanwhile starts the workflow, and nobody a second time',
		async (stack, found) => {
			const before = await executions(stack.rest);
			found.outsideBeforeRestart = [...(found.outsideBeforeRestart ?? []), ...stack.server.outsideCalls()];
			await stack.server.stop();
			const id = await enrol(stack.sandbox, 'TRIGGER-2');
			await stack.startN8n();
			const execution = await nextExecution(stack.rest, before);
			assert.deepEqual(
				outputOf(execution, 'A learner was created').map(({ ID }) => ID),
				[id],
			);
			await switchOn(stack.rest);
			assert.equal((await executions(stack.rest)).length, before.length + 1);
			await switchOff(stack.rest);
		},
	],
];
