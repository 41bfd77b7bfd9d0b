'use strict';

const assert = require('node:assert/strict');

const { importExamples } = require('../../scripts/n8n/workflows');

const EXAMPLE = 'onefileUnits0001';

/** What somebody does who moves a node on the canvas. */
async function moveFirstNode(rest) {
	const { nodes, connections, versionId } = await rest.get(`/workflows/${EXAMPLE}`);
	nodes[0].position = [-777, -777];
	await rest.patch(`/workflows/${EXAMPLE}`, { nodes, connections, versionId });
}

const isMoved = ({ nodes }) => nodes[0].position[0] === -777;

module.exports = [
	[
		'the next start adds nothing and leaves an example alone that its user changed',
		async ({ rest, ledger, credential }) => {
			assert.deepEqual(await importExamples(rest, ledger, credential), []);
			await moveFirstNode(rest);
			assert.deepEqual(await importExamples(rest, ledger, credential), []);
			assert.ok(isMoved(await rest.get(`/workflows/${EXAMPLE}`)));
		},
	],
	[
		"an example whose file is newer is updated, and its user's version kept as a copy",
		async ({ rest, ledger, credential, imported }) => {
			ledger.workflows[EXAMPLE].fingerprint = 'of an older file';
			const done = await importExamples(rest, ledger, credential);
			assert.deepEqual(done, [
				'kept your changes as "Units of a standard (your version)"',
				'updated "Units of a standard"',
			]);
			assert.ok(!isMoved(await rest.get(`/workflows/${EXAMPLE}`)));
			const workflows = await rest.get('/workflows');
			assert.equal(workflows.length, imported.length + 1);
			const copy = workflows.find(({ name }) => name === 'Units of a standard (your version)');
			assert.ok(isMoved(await rest.get(`/workflows/${copy.id}`)));
		},
	],
	[
		'an example whose file is newer and that nobody changed is updated without a copy',
		async ({ rest, ledger, credential, imported }) => {
			ledger.workflows[EXAMPLE].fingerprint = 'of an older file';
			assert.deepEqual(await importExamples(rest, ledger, credential), ['updated "Units of a standard"']);
			assert.equal((await rest.get('/workflows')).length, imported.length + 1);
		},
	],
];
