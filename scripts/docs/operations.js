'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { fieldRows } = require('./fieldRows');
const { table } = require('./markdown');

const root = path.join(__dirname, '..', '..');
const PAGE = path.join(root, 'docs', 'operations.md');

const INTRODUCTION = `# Operations

Made by \`npm run docs\` from the node's own descriptions: change those, not this page.

Calls are relative to the base URL of the chosen environment and version. Where a fact comes from stands behind each call:
"Using the OneFile API" is OneFile's own introduction, a number is an article of OneFile's help centre, and "working clients"
are public programs that were run against the real service. Fields in *italics* are only shown when what stands behind them
is chosen.
`;

/** The page as it has to be; reads the built package. */
function operationsPage() {
	const { resources } = require(path.join(root, 'dist', 'nodes', 'OneFile', 'actions', 'resources.js'));
	const { OneFileTrigger } = require(
		path.join(root, 'dist', 'nodes', 'OneFileTrigger', 'OneFileTrigger.node.js'),
	);
	return [
		INTRODUCTION,
		contents(resources),
		...resources.map(resourceSection),
		triggerSection(new OneFileTrigger().description),
	].join('\n');
}

function contents(resources) {
	const rows = resources.map(({ name, operations }) => [
		`[${name}](#${anchor(name)})`,
		operations.map((operation) => operation.name).join(', '),
	]);
	return `${table(['Resource', 'Operations'], rows)}\nAnd a trigger: [OneFile Trigger](#onefile-trigger).\n`;
}

const anchor = (name) => name.toLowerCase().replace(/\s+/g, '-');

function resourceSection({ name, value, description, operations }) {
	return `## ${name}\n\n${description} (\`${value}\`).\n\n${operations.map((operation) => operationSection(name, operation)).join('\n')}`;
}

function operationSection(resource, { name, value, description, fields, calls, writes }) {
	return [
		`### ${resource}: ${name}\n`,
		`${sentence(description)} (\`${value}\`; ${writes ? 'writes to OneFile' : 'only reads'})\n`,
		fields.length > 0 ? fieldTable(fields) : 'It has no fields.\n',
		table(
			['Call', 'Source'],
			calls.map(({ call, source }) => [`\`${call}\``, source]),
		),
	].join('\n');
}

function triggerSection({ displayName, description, properties }) {
	return `## ${displayName}\n\n${sentence(description)}\n\n${fieldTable(properties)}`;
}

const fieldTable = (fields) => table(['Field', 'Name', 'Type', 'Required', 'Description'], fieldRows(fields));
const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

if (require.main === module) {
	fs.writeFileSync(PAGE, operationsPage());
	console.log(`Written: ${path.relative(root, PAGE)}`);
}

module.exports = { PAGE, operationsPage };
