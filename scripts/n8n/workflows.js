'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const places = require('./places');
const { TYPE } = require('./credential');

const OWN_NODES = 'n8n-nodes-onefile.';

function exampleFiles() {
	return fs
		.readdirSync(places.examples)
		.filter((name) => name.endsWith('.json'))
		.sort();
}

/** An example as n8n is to hold it: the file names no credential, because ids differ from one n8n to the next. */
function readExample(file, credential) {
	const text = fs.readFileSync(path.join(places.examples, file), 'utf8');
	const workflow = JSON.parse(text);
	for (const node of workflow.nodes) {
		if (node.type.startsWith(OWN_NODES))
			node.credentials = { [TYPE]: { id: credential.id, name: credential.name } };
	}
	const fingerprint = crypto.createHash('sha256').update(text).update(credential.id).digest('hex');
	return { workflow, fingerprint };
}

const content = ({ name, nodes, connections, settings }) => ({ name, nodes, connections, settings });

/**
 * Puts the example workflows into n8n, each under the id that its file gives it. One that is there stays as it is, with
 * whatever its user changed, until its file changes; even then the user's version is kept, as a copy. Gives what it did.
 */
async function importExamples(rest, ledger, credential) {
	const done = [];
	for (const file of exampleFiles()) {
		const { workflow, fingerprint } = readExample(file, credential);
		const stored = await rest.get(`/workflows/${workflow.id}`).catch((error) => {
			if (error.status !== 404 && error.status !== 403) throw error;
		});
		const before = ledger.workflows[workflow.id];
		if (stored && before?.fingerprint === fingerprint) continue;

		const saved = stored
			? await replace(rest, stored, workflow, before, done)
			: await rest.post('/workflows', { id: workflow.id, ...content(workflow) });
		ledger.workflows[workflow.id] = { fingerprint, versionId: saved.versionId };
		done.push(`${stored ? 'updated' : 'added'} "${workflow.name}"`);
	}
	return done;
}

async function replace(rest, stored, workflow, before, done) {
	if (stored.versionId !== before?.versionId) {
		const copy = { ...content(stored), name: `${stored.name} (your version)` };
		await rest.post('/workflows', copy);
		done.push(`kept your changes as "${copy.name}"`);
	}
	return await rest.patch(`/workflows/${stored.id}`, { ...content(workflow), versionId: stored.versionId });
}

module.exports = { importExamples, readExample };
