'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { expectedFiles, packedFiles } = require('../../scripts/build/shippedFiles');
const manifest = require('../../package.json');

const root = path.join(__dirname, '..', '..');

describe('the packed files', () => {
	let packed;
	beforeAll(async () => {
		packed = await packedFiles();
	});

	test('are exactly what the sources call for', async () => {
		expect(packed).toEqual(await expectedFiles());
	});

	test('hold what n8n reads: entries, codex, icons, licence', () => {
		const codex = manifest.n8n.nodes.map((entry) => entry.replace(/\.js$/, '.json'));
		const icons = ['dist/icons/oneFile.svg', 'dist/icons/oneFile.dark.svg'];
		const wanted = [
			...manifest.n8n.nodes,
			...manifest.n8n.credentials,
			...codex,
			...icons,
			'LICENSE',
			'README.md',
		];
		expect(packed).toEqual(expect.arrayContaining(wanted));
	});

	test('hold neither sources nor leftovers of the compiler', () => {
		const odd = packed.filter(
			(file) => !/^(LICENSE|README\.md|package\.json|dist\/.*\.(js|json|svg))$/.test(file),
		);
		expect(odd).toEqual([]);
		expect(packed.filter((file) => /test|sandbox|tsbuildinfo/i.test(file))).toEqual([]);
	});
});

describe('package.json', () => {
	test('has no run-time dependency and one peer', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest).not.toHaveProperty('optionalDependencies');
		expect(manifest).not.toHaveProperty('overrides');
	});

	test('asks for n8n’s strict rules, and the linter runs with its default configuration', () => {
		expect(manifest.n8n.strict).toBe(true);
		const template = 'node_modules/@n8n/node-cli/dist/template/templates/shared/default/eslint.config.mjs';
		const read = (file) => fs.readFileSync(path.join(root, file), 'utf8').replace(/\s+/g, ' ').trim();
		expect(read('eslint.config.mjs')).toBe(read(template));
	});

	test('registers every node and every credential of the sources', () => {
		const below = (folder, ending) =>
			fs
				.readdirSync(path.join(root, folder), { recursive: true })
				.filter((file) => file.endsWith(ending))
				.map((file) => `dist/${folder}/${file.replaceAll('\\', '/').replace(/\.ts$/, '.js')}`);
		expect(manifest.n8n.nodes.toSorted()).toEqual(below('nodes', '.node.ts').sort());
		expect(manifest.n8n.credentials.toSorted()).toEqual(below('credentials', '.credentials.ts').sort());
	});

	test('pins every development package exactly', () => {
		const loose = Object.entries(manifest.devDependencies).filter(
			([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
		);
		expect(loose).toEqual([]);
	});

	test('runs nothing when somebody installs the package', () => {
		const hooks = [
			'preinstall',
			'install',
			'postinstall',
			'prepare',
			'prepublish',
			'preprepare',
			'postprepare',
		];
		expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
	});
});
