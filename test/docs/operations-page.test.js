'use strict';

const fs = require('node:fs');

const { PAGE, operationsPage } = require('../../scripts/docs/operations');
const { resources } = require('../../dist/nodes/OneFile/actions/resources');

const operations = resources.flatMap(({ value, operations: own }) =>
	own.map((operation) => [`${value} ${operation.value}`, operation]),
);

test('docs/operations.md says what the node says: npm run docs', () => {
	expect(fs.readFileSync(PAGE, 'utf8')).toBe(operationsPage());
});

test.each(operations)('%s: every call names a path and where it is known from', (_name, { calls }) => {
	expect(calls.length).toBeGreaterThan(0);
	for (const { call, source } of calls) {
		expect(call).toMatch(/^(GET|POST) \/[A-Z][\w/{}]+$/);
		expect(source).toMatch(/"Using the OneFile API"|help centre \d{11}|working client/);
	}
});
