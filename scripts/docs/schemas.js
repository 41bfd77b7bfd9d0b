'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { startSandbox } = require('../../sandbox');
const { startEngine } = require('../../test/engine/engine');
const { schemaOf } = require('./schemaOf');
const { tour } = require('./tour');

const root = path.join(__dirname, '..', '..');
const FOLDER = path.join(root, 'nodes', 'OneFile', '__schema__', 'v1.0.0');

/**
 * What each operation answers, as the editor previews it before a run: every operation is run once, on n8n's engine against
 * the sandbox. `[file, schema]`, the file within the folder of previews.
 */
async function schemas() {
	const sandbox = await startSandbox({ limit: 1000 });
	try {
		const n8n = await startEngine({
			environment: 'custom',
			baseUrl: sandbox.apiUrl,
			apiVersion: 'v2',
			customerToken: sandbox.customerToken,
			requestsPerMinute: 1000,
			organisationId: 5740,
		});
		const answers = new Map();
		for (const [resource, operation, parameters] of tour(sandbox)) {
			const { json, error } = await n8n.run('operation', {
				node: { parameters: { resource, operation, ...parameters } },
			});
			if (error || json.length === 0)
				throw new Error(`${resource} ${operation}: ${error?.message ?? 'no answer'}`);
			const file = `${resource}/${operation}.json`;
			answers.set(file, [...(answers.get(file) ?? []), ...json]);
		}
		return [...answers].map(([file, items]) => [file, { ...schemaOf(items), version: 1 }]);
	} finally {
		await sandbox.close();
	}
}

async function write() {
	for (const [file, schema] of await schemas()) {
		const target = path.join(FOLDER, file);
		fs.mkdirSync(path.dirname(target), { recursive: true });
		fs.writeFileSync(target, `${JSON.stringify(schema, null, '\t')}\n`);
	}
	console.log(`Written: ${path.relative(root, FOLDER)}`);
}

if (require.main === module)
	write().then(
		() => process.exit(),
		(error) => {
			console.error(error);
			process.exit(1);
		},
	);

module.exports = { FOLDER, schemas };
