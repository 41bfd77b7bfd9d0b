'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { complaintsAboutTrackedFiles } = require('../../scripts/lib/trackedFiles');

const goodPackage = { peerDependencies: { 'n8n-workflow': '*' } };
const goodLock = { packages: { '': {}, 'node_modules/gulp': { version: '5.0.1' } } };
let clone;

function keep(name, content) {
	fs.writeFileSync(path.join(clone, name), typeof content === 'string' ? content : JSON.stringify(content));
	execFileSync('git', ['add', name], { cwd: clone });
}

beforeEach(() => {
	clone = fs.mkdtempSync(path.join(os.tmpdir(), 'tracked-'));
	execFileSync('git', ['init', '-q'], { cwd: clone });
	keep('package.json', goodPackage);
	keep('package-lock.json', goodLock);
});

afterEach(() => fs.rmSync(clone, { recursive: true, force: true }));

test('a clean project draws no complaint', () => {
	keep('notes.md', 'See ./work/plan.md and https://example.org/tmp/page, or your own /usr/bin/node.');
	expect(complaintsAboutTrackedFiles(clone)).toEqual([]);
});

test.each([
	[
		'the host of a package registry',
		`https://${['registry', 'npmjs', 'org'].join('.')}/gulp`,
		/registry's host/,
	],
	['a path of one machine', `cd "/${'root'}/project"`, /path of one machine/],
	['a temporary path', `see (/${'tmp'}/log)`, /path of one machine/],
])('%s is named with file and line', (_, text, complaint) => {
	keep('notes.md', `first line\n${text}\n`);
	const complaints = complaintsAboutTrackedFiles(clone);
	expect(complaints).toHaveLength(1);
	expect(complaints[0]).toMatch(/^notes\.md:2 /);
	expect(complaints[0]).toMatch(complaint);
});

test('what git does not keep is nobody’s business', () => {
	fs.writeFileSync(path.join(clone, 'scratch.txt'), `/${'tmp'}/log`);
	expect(complaintsAboutTrackedFiles(clone)).toEqual([]);
});

test('an address in the lock file is named', () => {
	keep('package-lock.json', {
		packages: { 'node_modules/gulp': { resolved: 'https://example.org/gulp.tgz' } },
	});
	expect(complaintsAboutTrackedFiles(clone)).toEqual([
		expect.stringMatching(/node_modules\/gulp.*"resolved"/),
	]);
});

test('a run-time dependency and a second peer are named', () => {
	keep('package.json', {
		dependencies: { axios: '1' },
		peerDependencies: { 'n8n-workflow': '*', 'n8n-core': '*' },
	});
	expect(complaintsAboutTrackedFiles(clone)).toEqual([
		expect.stringMatching(/"axios" is a run-time dependency/),
		expect.stringMatching(/peerDependencies must be exactly/),
	]);
});
