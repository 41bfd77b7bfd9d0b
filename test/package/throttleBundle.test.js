'use strict';

const fs = require('node:fs');
const path = require('node:path');

const esbuild = require('esbuild');

const root = path.join(__dirname, '..', '..');
const built = path.join(root, 'dist', 'nodes', 'OneFile', 'transport', 'throttle.js');
const bundle = fs.readFileSync(built, 'utf8');
const code = withoutComments(bundle);

/** The code alone; a comment may well speak of setTimeout. */
function withoutComments(text) {
	return esbuild.transformSync(text, { minifyWhitespace: true, legalComments: 'none' }).code;
}

function builtFiles() {
	const dist = path.join(root, 'dist');
	const files = fs.readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'));
	return files.map((file) => ({
		file,
		text: withoutComments(fs.readFileSync(path.join(dist, file), 'utf8')),
	}));
}

test('p-throttle is inside, and nothing but n8n-workflow and our own files is asked for', () => {
	expect(code).toMatch(/function pThrottle\(/);
	const asked = [...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
	expect(asked).toContain('n8n-workflow');
	expect(asked.filter((name) => name !== 'n8n-workflow' && !name.startsWith('./'))).toEqual([]);
});

test('no timer of the runtime is left, in any built file', () => {
	const timer = /(?<![\w.])(set|clear)(Timeout|Interval|Immediate)\b/;
	expect(
		builtFiles()
			.filter(({ text }) => timer.test(text))
			.map(({ file }) => file),
	).toEqual([]);
});

test('the licence of p-throttle is carried along, word for word', () => {
	const licence = fs.readFileSync(path.join(root, 'node_modules', 'p-throttle', 'license'), 'utf8');
	const words = (text) => text.replace(/\s+/g, ' ');
	expect(words(bundle)).toContain(words(licence).trim());
});

test('it is readable, not minified', () => {
	expect(bundle.split('\n').length).toBeGreaterThan(250);
	expect(bundle.includes('nextExecutionTime')).toBe(true);
});

test('exports what the source exports', () => {
	const source = fs.readFileSync(path.join(root, 'nodes', 'OneFile', 'transport', 'throttle.ts'), 'utf8');
	const names = [...source.matchAll(/^export (?:async )?(?:function|class|const|let) (\w+)/gm)].map(
		([, name]) => name,
	);
	expect(names.length).toBeGreaterThan(0);
	expect(Object.keys(require(built)).sort()).toEqual(names.sort());
});

test('there is one throttle in the package, whoever asks for it', () => {
	const files = builtFiles();
	const withEngine = files
		.filter(({ text }) => /function pThrottle\(/.test(text))
		.map(({ file }) => path.basename(file));
	expect(withEngine).toEqual(['throttle.js']);
	const users = files.filter(({ text }) => /require\("[^"]*\/throttle"\)/.test(text));
	expect(users.length).toBeGreaterThan(0);

	const { throttleOf } = require(built);
	const account = { key: 'an account', requestsPerMinute: 100 };
	expect(throttleOf(account)).toBe(throttleOf(account));
});
