'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { run } = require('../scripts/n8n/children');
const { installPackage } = require('../scripts/n8n/package');
const { median, withSpread } = require('./measuring');
const { folder } = require('./server');

/** 6. What the package costs n8n before it does anything: the time to load it, and its size. */
async function load({ n8n, packed }, { quick, say }) {
	say('load: require time and size');
	const data = path.join(folder, 'load');
	await installPackage(packed, data);
	const home = path.join(data, '.n8n', 'nodes', 'node_modules', packed.name);
	const { n8n: entries } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'));
	const ours = [...entries.nodes, ...entries.credentials].map((file) => path.join(home, file));
	const modules = path.dirname(path.dirname(path.dirname(n8n.bin)));
	const base = path.dirname(findPackage(modules, 'n8n-nodes-base'));
	const theirs = ['HttpRequest/HttpRequest.node.js'].map((file) => path.join(base, 'dist', 'nodes', file));

	const times = { 'this package': [], 'HTTP Request node': [] };
	for (let repeat = 0; repeat < (quick ? 3 : 10); repeat++) {
		times['this package'].push(await requireMs(n8n.node, base, ours));
		times['HTTP Request node'].push(await requireMs(n8n.node, base, theirs));
	}
	const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} kB`;
	const sizes = { packed: fs.statSync(packed.tarball).size, unpacked: sizeOf(home) };
	return {
		tables: [
			{
				title: 'Load',
				head: ['', 'time to load', 'packed', 'unpacked'],
				rows: Object.entries(times).map(([who, found]) => [
					who,
					`${withSpread(found, 0)} ms`,
					who === 'this package' ? kilobytes(sizes.packed) : '',
					who === 'this package' ? kilobytes(sizes.unpacked) : '',
				]),
			},
		],
		panels: [
			{
				title: 'Milliseconds to load',
				bars: Object.entries(times).map(([who, found]) => ({
					group: who,
					who: who === 'this package' ? 'this node' : who,
					value: median(found),
					text: `${median(found).toFixed(0)} ms`,
				})),
			},
		],
	};
}

/** Time for loading some files in a new process that has n8n-workflow loaded, as n8n has. */
async function requireMs(node, base, files) {
	const script = `
		require('n8n-workflow');
		const began = performance.now();
		for (const file of ${JSON.stringify(files)}) require(file);
		console.log(performance.now() - began);`;
	// n8n itself lets the packages of its users find its own in this way.
	const NODE_PATH = path.join(base, 'node_modules') + path.delimiter + path.dirname(base);
	return Number(
		await run(node, ['-e', script], { env: { ...process.env, NODE_PATH, NODE_OPTIONS: '' }, cwd: base }),
	);
}

/** The package.json of a package somewhere in pnpm's folders. */
function findPackage(modules, name) {
	const direct = path.join(modules, name, 'package.json');
	if (fs.existsSync(direct)) return fs.realpathSync(direct);
	const store = path.join(modules, '.pnpm');
	const found = fs.readdirSync(store).find((entry) => entry.startsWith(`${name}@`));
	return path.join(store, found, 'node_modules', name, 'package.json');
}

function sizeOf(target) {
	const stats = fs.statSync(target);
	if (!stats.isDirectory()) return stats.size;
	return fs.readdirSync(target).reduce((sum, entry) => sum + sizeOf(path.join(target, entry)), 0);
}

module.exports = { load };
