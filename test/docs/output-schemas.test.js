'use strict';

const fs = require('node:fs');
const path = require('node:path');

const {
	resolveOutputSchemaPath,
} = require('../../node_modules/n8n-core/dist/nodes-loader/output-schema-resolver');
const { resources } = require('../../dist/nodes/OneFile/actions/resources');
const { FOLDER, schemas } = require('../../scripts/docs/schemas');

jest.setTimeout(60_000);

const operations = resources.flatMap(({ value, operations: own }) =>
	own.map((operation) => [value, operation.value]),
);
const nodeDir = path.join(__dirname, '../../dist/nodes/OneFile');

test.each(operations)('n8n finds the preview of %s %s', (resource, operation) => {
	const file = resolveOutputSchemaPath({ nodeDir, version: 1, resource, operation });
	expect(fs.existsSync(file)).toBe(true);
});

test('every operation answers what its preview shows: npm run docs', async () => {
	const made = await schemas();
	const committed = made.map(([file]) => [
		file,
		JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')),
	]);
	expect(made).toEqual(committed);
	expect(made.map(([file]) => file).sort()).toEqual(
		operations.map(([resource, operation]) => `${resource}/${operation}.json`).sort(),
	);
});
