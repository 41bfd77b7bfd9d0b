'use strict';

const assert = require('node:assert/strict');

const { execute, finished, outputOf } = require('../../scripts/n8n/executions');
const { startModel } = require('./model');

const EXAMPLE = 'onefileAsk000001';
const ENROL = { first_name: 'Wren', last_name: 'Tyndall', email: 'wren.tyndall@example.com', mis_id: 'AI-001' };

/** What a tool answered, as the records that it holds. */
const recordsIn = (answer) => [JSON.parse(answer)].flat(2).map((entry) => entry.json ?? entry);

/** What a model would do with the question of the example, and one mistake that a tool has to correct. */
const SCRIPT = [
	() => ({ tool: 'Find_people', args: { first_name: '', last_name: '', email: '', mis_id: 'L0001' } }),
	([found]) => ({ tool: 'Look_at_a_person', args: { id: recordsIn(found)[0].ID } }),
	([, looked]) => ({ tool: 'Enrol_a_learner', args: { ...ENROL, ...placesOf(looked), assessor: 'Gareth Llewellyn' } }),
	([, looked]) => ({ tool: 'Enrol_a_learner', args: { ...ENROL, ...placesOf(looked), assessor: 'Gareth Llewelyn' } }),
	(answers) => ({ tool: 'Assign_a_standard', args: { learner_id: recordsIn(answers[3])[0].ID, standard: 'Team Leader Level 3' } }),
	(answers) => ({
		text: `Wren Tyndall has the ID ${recordsIn(answers[3])[0].ID}. L0001 is at ${recordsIn(answers[1])[0].Progress} %.`,
	}),
];

function placesOf(looked) {
	const [{ ClassroomID, PlacementID }] = recordsIn(looked);
	return { classroom_id: ClassroomID, placement_id: PlacementID };
}

/** Gives the example's agent a model to talk to. */
async function connectModel(rest, { url }) {
	const data = { apiKey: 'stand-in', url, allowedHttpRequestDomains: 'all' };
	const { id, name } = await rest.post('/credentials', { name: 'Stand-in model', type: 'openAiApi', data });
	const { nodes, connections, versionId } = await rest.get(`/workflows/${EXAMPLE}`);
	nodes.find((node) => node.name === 'Model').credentials = { openAiApi: { id, name } };
	await rest.patch(`/workflows/${EXAMPLE}`, { nodes, connections, versionId });
}

module.exports = [
	[
		"n8n's AI agent enrols a learner with the node's tools and says so",
		async ({ rest, sandbox }, found) => {
			const model = await startModel(SCRIPT);
			try {
				await connectModel(rest, model);
				const execution = await finished(rest, await execute(rest, EXAMPLE));
				assert.equal(execution.status, 'success', execution.error?.message);
				found.asked = model.requests;
				const [learner] = sandbox.control.records('users', { MISID: 'L0001' });
				const [wren, ...others] = sandbox.control.records('users', { MISID: 'AI-001' });
				assert.deepEqual(others, []);
				assert.deepEqual(
					[wren.FirstName, wren.LastName, wren.Role, wren.DefaultAssessorID, wren.ClassroomID, wren.PlacementID],
					['Wren', 'Tyndall', 1, 122701, learner.ClassroomID, learner.PlacementID],
				);
				assert.deepEqual(sandbox.control.records('learningAims', { UserID: wren.ID }).map(({ StandardID }) => StandardID), [304]);
				const [{ output }] = outputOf(execution, 'Assistant');
				assert.equal(output, `Wren Tyndall has the ID ${wren.ID}. L0001 is at ${learner.Progress} %.`);
			} finally {
				await model.close();
			}
		},
	],
	[
		'a model is told of every tool what it does and of every field what goes into it',
		async (_, { asked }) => {
			const tools = asked[0].tools.map((tool) => tool.function);
			assert.deepEqual(tools.map(({ name }) => name).sort(), ['Assign_a_standard', 'Enrol_a_learner', 'Find_people', 'Look_at_a_person']);
			for (const { name, description, parameters } of tools) {
				assert.ok(description.length > 20, `${name}: ${description}`);
				for (const [field, { type, description: says }] of Object.entries(parameters.properties)) {
					assert.ok(['string', 'number'].includes(type) && says, `${name}: ${field}`);
				}
			}
		},
	],
	[
		'a model reads what was wrong in words, and answers are short enough to be read',
		async (_, { asked }) => {
			const answers = asked.at(-1).messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
			assert.match(answers[2], /No assessor with the name 'Gareth Llewellyn'/);
			for (const answer of answers) assert.ok(answer.length < 1500, answer);
			assert.doesNotMatch(answers[1], /DOB|NINO|HomeAddress|L12/);
		},
	],
];
