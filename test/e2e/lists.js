'use strict';

const assert = require('node:assert/strict');

async function searchList({ rest, credential }, { method, parameter, filter, parameters }) {
	const { results } = await rest.post('/dynamic-node-parameters/resource-locator-results', {
		nodeTypeAndVersion: { name: 'n8n-nodes-onefile.oneFile', version: 1 },
		path: `parameters.${parameter}`,
		methodName: method,
		currentNodeParameters: parameters,
		credentials: { oneFileApi: { id: credential.id, name: credential.name } },
		filter,
	});
	return results;
}

module.exports = [
	[
		"the editor's lists find a learner, a classroom and a standard by what is typed",
		async (stack) => {
			const assign = { resource: 'standard', operation: 'assign' };
			const create = { resource: 'user', operation: 'create', role: 1 };
			const learners = await searchList(stack, {
				method: 'searchLearners',
				parameter: 'learner',
				filter: 'Applegarth',
				parameters: assign,
			});
			assert.match(learners[0]?.name ?? '', /Wren Applegarth/);
			const classrooms = await searchList(stack, {
				method: 'searchClassrooms',
				parameter: 'classroom',
				filter: 'cymraeg',
				parameters: create,
			});
			assert.match(classrooms[0]?.name ?? '', /Grŵp Cymraeg/);
			const standards = await searchList(stack, {
				method: 'searchStandards',
				parameter: 'standard',
				filter: 'team leader',
				parameters: assign,
			});
			assert.deepEqual([standards.length, String(standards[0]?.value)], [1, '304']);
		},
	],
];
