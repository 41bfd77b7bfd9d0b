'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const scripts = path.join(__dirname, '..', '..', 'scripts');
const needed = ['install.js', 'n8n/children.js', 'n8n/progress.js'];

/** Stands in for npm: notes every call, and does what `behaviour.js` beside it says for that call. */
const npm = `
const fs = require('node:fs');
const calls = fs.existsSync('calls') ? Number(fs.readFileSync('calls', 'utf8')) + 1 : 1;
fs.writeFileSync('calls', String(calls));
require('./behaviour.js')(calls, () => fs.mkdirSync('node_modules', { recursive: true }));
`;
const works = 'module.exports = (call, install) => install();';
const failsOnce = (words) => `module.exports = (call, install) => {
	if (call > 1) return install();
	console.error(${JSON.stringify(words)});
	process.exit(1);
};`;

let project;

beforeEach(() => {
	project = fs.mkdtempSync(path.join(os.tmpdir(), 'install-'));
	for (const file of needed) {
		fs.mkdirSync(path.dirname(path.join(project, 'scripts', file)), { recursive: true });
		fs.copyFileSync(path.join(scripts, file), path.join(project, 'scripts', file));
	}
	fs.writeFileSync(path.join(project, 'npm.js'), npm);
	write('package-lock.json', '{"lockfileVersion":3}');
	write('behaviour.js', works);
});

afterEach(() => fs.rmSync(project, { recursive: true, force: true }));

function write(file, content) {
	fs.writeFileSync(path.join(project, file), content);
}

function calls() {
	const file = path.join(project, 'calls');
	return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
}

function ensureInstalled({ node = process.versions.node } = {}) {
	const code = `
		Object.defineProperty(process.versions, 'node', { value: '${node}' });
		require('./scripts/install').ensureInstalled().catch((error) => { console.log(error.message); process.exit(1); });
	`;
	const env = { ...process.env, npm_execpath: path.join(project, 'npm.js') };
	const { status, stdout } = spawnSync(process.execPath, ['-e', code], {
		cwd: project,
		env,
		encoding: 'utf8',
	});
	return { status, said: stdout };
}

test('a fresh clone is installed once, and says so at once', () => {
	const first = ensureInstalled();
	expect(first).toMatchObject({ status: 0, said: expect.stringMatching(/^First run in this checkout/) });
	expect(ensureInstalled()).toEqual({ status: 0, said: '' });
	expect(calls()).toBe(1);
});

test('a changed lock file is installed again', () => {
	ensureInstalled();
	write('package-lock.json', '{"lockfileVersion":3,"packages":{}}');
	expect(ensureInstalled().said).toMatch(/out of date/);
	expect(calls()).toBe(2);
});

test('an interrupted install counts as none', () => {
	fs.mkdirSync(path.join(project, 'node_modules'));
	expect(ensureInstalled().status).toBe(0);
	expect(calls()).toBe(1);
});

test('a hiccup of the network is got over', () => {
	write('behaviour.js', failsOnce('npm error code ECONNRESET'));
	expect(ensureInstalled()).toMatchObject({ status: 0, said: expect.stringMatching(/Trying once more/) });
	expect(calls()).toBe(2);
});

test('any other failure is told in npm’s words and not repeated', () => {
	write('behaviour.js', failsOnce('npm error Missing: gulp@5.0.1 from lock file'));
	expect(ensureInstalled()).toMatchObject({
		status: 1,
		said: expect.stringMatching(/Missing: gulp@5\.0\.1/),
	});
	expect(calls()).toBe(1);
});

test('a failed install leaves no stamp behind', () => {
	ensureInstalled();
	write('package-lock.json', '{"lockfileVersion":3,"packages":{}}');
	write('behaviour.js', 'module.exports = () => process.exit(1);');
	expect(ensureInstalled().status).toBe(1);
	write('package-lock.json', '{"lockfileVersion":3}');
	write('behaviour.js', works);
	ensureInstalled();
	expect(calls()).toBe(3);
});

test('an old Node is told which one is needed', () => {
	expect(ensureInstalled({ node: '18.20.1' })).toMatchObject({
		status: 1,
		said: expect.stringMatching(/This is Node 18\.20\.1; the project needs Node 20 or newer/),
	});
	expect(calls()).toBe(0);
});
