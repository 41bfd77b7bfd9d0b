'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { npm, run } = require('./children');
const places = require('./places');
const { during } = require('./progress');

/** Whatever goes into `dist`, the build itself included. */
const SOURCES = [
	'nodes',
	'credentials',
	'icons',
	'scripts/build',
	'gulpfile.js',
	'tsconfig.json',
	'package.json',
];

function newestIn(target) {
	if (!fs.existsSync(target)) return 0;
	const { mtimeMs } = fs.statSync(target);
	if (!fs.statSync(target).isDirectory()) return mtimeMs;
	// The folder's own time counts too: it changes when a file in it is removed.
	return fs
		.readdirSync(target)
		.reduce((newest, name) => Math.max(newest, newestIn(path.join(target, name))), mtimeMs);
}

function isBuilt() {
	const { n8n } = JSON.parse(fs.readFileSync(path.join(places.root, 'package.json'), 'utf8'));
	const made = [...n8n.nodes, ...n8n.credentials].map((file) => path.join(places.root, file));
	if (!made.every((file) => fs.existsSync(file))) return false;
	const oldest = Math.min(...made.map((file) => fs.statSync(file).mtimeMs));
	return SOURCES.every((source) => newestIn(path.join(places.root, source)) <= oldest);
}

/** Builds the package when its sources are newer than `dist`, and packs exactly what npm would publish. */
async function packPackage() {
	if (!isBuilt()) await during('Building the package', () => npm(['run', 'build'], { cwd: places.root }));
	fs.rmSync(places.package, { recursive: true, force: true });
	fs.mkdirSync(places.package, { recursive: true });
	const packed = JSON.parse(
		await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', places.package], {
			cwd: places.root,
		}),
	);
	const [{ name, version, filename, integrity }] = packed;
	return { name, version, integrity, tarball: path.join(places.package, filename) };
}

/**
 * Puts the packed package where n8n puts a community package, in the way n8n does it: unpacked under `.n8n/nodes`,
 * without the fields that only matter to npm, and noted in the folder's package.json. Gives whether it was needed.
 */
async function installPackage({ name, version, integrity, tarball }, data) {
	const nodes = path.join(data, '.n8n', 'nodes');
	const home = path.join(nodes, 'node_modules', name);
	const stamp = path.join(nodes, `${name}.installed`);
	if (fs.existsSync(home) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === integrity)
		return false;

	fs.rmSync(home, { recursive: true, force: true });
	fs.mkdirSync(home, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);

	const manifest = path.join(home, 'package.json');
	const { devDependencies, peerDependencies, optionalDependencies, ...kept } = JSON.parse(
		fs.readFileSync(manifest, 'utf8'),
	);
	fs.writeFileSync(manifest, JSON.stringify(kept, null, 2));
	const installed = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	fs.writeFileSync(path.join(nodes, 'package.json'), JSON.stringify(installed, null, 2));
	fs.writeFileSync(stamp, integrity);
	return true;
}

module.exports = { packPackage, installPackage };
