'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const { npm } = require('./n8n/children');
const { during, say } = require('./n8n/progress');

// Nothing is installed yet when this runs: Node's own modules only, here and in what it requires.
const root = path.join(__dirname, '..');
const modules = path.join(root, 'node_modules');
/** The lock file's hash, written last: an interrupted install leaves none. */
const stamp = path.join(modules, '.installed-from');
const oldestNode = 20;

/** What npm says when the network failed it, as opposed to the project. */
const hiccup = /ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EIDLETIMEOUT|ERR_SOCKET|E50\d|network/;

/** Installs the development packages if they are missing or older than package-lock.json. */
async function ensureInstalled() {
	refuseOldNode();
	const wanted = crypto
		.createHash('sha256')
		.update(fs.readFileSync(path.join(root, 'package-lock.json')))
		.digest('hex');
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;

	say(fs.existsSync(modules) ? 'The development packages are out of date.' : 'First run in this checkout.');
	fs.rmSync(stamp, { force: true });
	try {
		await install();
	} catch (error) {
		if (!hiccup.test(error.output ?? '')) throw inWords(error);
		say('The network let npm down. Trying once more.');
		await install().catch((again) => {
			throw inWords(again);
		});
	}
	fs.writeFileSync(stamp, wanted);
}

async function install() {
	let fetched = 0;
	const count = (line) => {
		if (isProgress(line)) fetched += 1;
	};
	const args = ['ci', '--include=dev', '--ignore-scripts', '--no-progress', '--loglevel=http'];
	await during(
		'Installing the development packages (npm ci; one or two minutes)',
		() => npm(args, { cwd: root, onLine: count }),
		() => `${fetched} packages fetched`,
	);
}

/** At the log level `http`, npm writes a line for every package it gets; at the usual one nothing until the end. */
function isProgress(line) {
	return line.startsWith('npm http ');
}

function inWords(error) {
	const said = (error.output ?? error.message).split('\n').filter((line) => !isProgress(line));
	return new Error(
		`npm could not install the development packages. It said:\n${said.join('\n')}\n` +
			'Check that npm reaches its registry (npm ping), then run the command again.',
	);
}

function refuseOldNode() {
	const major = Number(process.versions.node.split('.')[0]);
	if (major >= oldestNode) return;
	throw new Error(
		`This is Node ${process.versions.node}; the project needs Node ${oldestNode} or newer. Install one and run the command again.`,
	);
}

module.exports = { ensureInstalled };
