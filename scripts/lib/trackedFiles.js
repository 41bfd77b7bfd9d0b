'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');

// Put together here, so that this file does not hold what it looks for.
const registryHost = new RegExp(['registry', 'npmjs'].join('\\.'));
const machinePath = new RegExp(`(?<![\\w.~*$}/-])/(${['work', 'root', 'tmp'].join('|')})/`);

const forbidden = [
	{ pattern: registryHost, why: "names a package registry's host; whoever builds may use another one" },
	{ pattern: machinePath, why: 'names a path of one machine' },
];

/** What git keeps must work on any machine. Returns one line for every place that would not. */
function complaintsAboutTrackedFiles() {
	if (!fs.existsSync(path.join(root, '.git'))) return [];
	const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
		.split('\0')
		.filter(Boolean);
	const texts = tracked.filter((file) => fs.existsSync(path.join(root, file)));
	return [...texts.flatMap(complaintsAboutFile), ...complaintsAboutLock(), ...complaintsAboutPackage()];
}

function complaintsAboutFile(file) {
	const text = fs.readFileSync(path.join(root, file), 'utf8');
	// A picture, not a text.
	if (text.includes('\0')) return [];
	return text.split('\n').flatMap((line, index) => {
		const broken = forbidden.filter(({ pattern }) => pattern.test(line));
		return broken.map(({ why }) => `${file}:${index + 1} ${why}: ${line.trim().slice(0, 100)}`);
	});
}

/** A lock file with addresses installs from where it was written, or not at all. */
function complaintsAboutLock() {
	const { packages } = read('package-lock.json');
	const placed = Object.entries(packages).filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''));
	return placed.map(
		([name]) =>
			`package-lock.json: "${name}" has a "resolved" address; delete that line (.npmrc asks npm not to write it)`,
	);
}

/** n8n's verification allows neither run-time dependencies nor a second peer. */
function complaintsAboutPackage() {
	const { dependencies = {}, peerDependencies = {} } = read('package.json');
	const complaints = Object.keys(dependencies).map(
		(name) =>
			`package.json: "${name}" is a run-time dependency; make it a devDependency and inline what ships`,
	);
	if (JSON.stringify(peerDependencies) !== '{"n8n-workflow":"*"}') {
		complaints.push('package.json: peerDependencies must be exactly { "n8n-workflow": "*" }');
	}
	return complaints;
}

function read(file) {
	return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
}

module.exports = { complaintsAboutTrackedFiles };
