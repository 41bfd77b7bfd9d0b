'use strict';

const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');

const { run } = require('../n8n/children');
const { checkImports } = require('./checkImports');
const { Complaint } = require('./complaint');
const { orComplain } = require('./orComplain');
const { fromRoot, root } = require('./paths');
const { expectedFiles, packedFiles } = require('./shippedFiles');

/**
 * A last look at exactly the files npm would publish, laid out the way n8n installs them: in a node_modules
 * folder of their own, next to nothing but n8n-workflow.
 */
async function checkPack() {
	const files = await packedFiles();
	compare(files, await expectedFiles());

	const stage = await fs.mkdtemp(path.join(os.tmpdir(), 'packed-package-'));
	try {
		const installed = path.join(stage, 'node_modules', 'n8n-nodes-onefile');
		for (const file of files) await copy(fromRoot(file), path.join(installed, file));
		await checkImports(installed, files);
		await fs.symlink(
			fromRoot('node_modules', 'n8n-workflow'),
			path.join(stage, 'node_modules', 'n8n-workflow'),
			'junction',
		);
		await orComplain(
			'Loading the packed package as n8n does',
			node('loadEntries.js', [installed], { NODE_PATH: '' }),
		);
		// The scanner leaves an empty folder of its own in the temporary folder at every run.
		const scan = node('scan.mjs', [root, installed], { TMPDIR: stage, TEMP: stage });
		const findings = await orComplain("n8n's community-package scan", scan);
		console.log(findings.trim());
	} finally {
		await fs.rm(stage, { recursive: true, force: true });
	}
}

function node(script, args, env) {
	return run(process.execPath, [path.join(__dirname, script), ...args], { env: { ...process.env, ...env } });
}

async function copy(from, to) {
	await fs.mkdir(path.dirname(to), { recursive: true });
	await fs.copyFile(from, to);
}

function compare(packed, expected) {
	const missing = expected.filter((file) => !packed.includes(file));
	const unexpected = packed.filter((file) => !expected.includes(file));
	if (missing.length + unexpected.length === 0) return;
	throw new Complaint(
		[
			'npm would not publish exactly what the sources call for.',
			...missing.map((file) => `  missing:    ${file}`),
			...unexpected.map((file) => `  unexpected: ${file}`),
			'See `files` in package.json, and what the compiler left in dist.',
		].join('\n'),
	);
}

module.exports = { checkPack };
