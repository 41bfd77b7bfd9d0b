'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

// Put together here, so that this file does not hold what it looks for.
const registryHost = new RegExp(['registry', 'npmjs'].join('\\.'));
const machinePath = new RegExp(`(?<![\\w.~*$}/-])/(${['work', 'root', 'tmp'].join('|')})/`);

const forbidden = [
	{ pattern: registryHost, why: "names a package registry's host; whoever builds may use another one" },
	{ pattern: machinePath, why: 'names a path of one machine' },
];

/** What git keeps must work on any machine. Returns one line for every place that would not. */
function complaintsAboutTrackedFiles(root) {
	const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
	const complaints = trackedBelow(root).flatMap((file) => complaintsAboutText(file, read(file)));
	return [
		...complaints,
		...complaintsAboutLock(JSON.parse(read('package-lock.json'))),
		...complaintsAboutPackage(JSON.parse(read('package.json'))),
	];
}

function trackedBelow(root) {
	// Not a clone but an unpacked archive: nothing is tracked.
	if (!fs.existsSync(path.join(root, '.git'))) return [];
	const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
	return list.split('\0').filter((file) => file && fs.existsSync(path.join(root, file)));
}

function complaintsAboutText(file, text) {
	// A picture, not a text.
	if (text.includes('\0')) return [];
	return text.split('\n').flatMap((line, index) => {
		const broken = forbidden.filter(({ pattern }) => pattern.test(line));
		return broken.map(({ why }) => `${file}:${index + 1} ${why}: ${line.trim().slice(0, 100)}`);
	});
}

/** A lock file with addresses installs from where it was written, or not at all. */
function complaintsAboutLock({ packages }) {
	const placed = Object.entries(packages).filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''));
	return placed.map(
		([name]) =>
			`package-lock.json: "${name}" has a "resolved" address; delete that line (.npmrc asks npm not to write it)`,
	);
}

/** n8n's verification allows neither run-time dependencies nor a second peer. */
function complaintsAboutPackage({ dependencies = {}, peerDependencies = {} }) {
	const complaints = Object.keys(dependencies).map(
		(name) =>
			`package.json: "${name}" is a run-time dependency; make it a devDependency and inline what ships`,
	);
	if (JSON.stringify(peerDependencies) !== '{"n8n-workflow":"*"}') {
		complaints.push('package.json: peerDependencies must be exactly { "n8n-workflow": "*" }');
	}
	return complaints;
}

module.exports = { complaintsAboutTrackedFiles };
