'use strict';

const fs = require('node:fs/promises');

const { run } = require('../n8n/children');
const { orComplain } = require('./orComplain');
const { dist, fromRoot, root } = require('./paths');

/** By path: the package's `exports` hides its own bin folder from require.resolve. */
const n8nNode = fromRoot('node_modules', '@n8n', 'node-cli', 'bin', 'n8n-node.mjs');

async function clean() {
	await fs.rm(dist, { recursive: true, force: true });
}

/**
 * `n8n-node build`: TypeScript to CommonJS, then the pictures and the schema previews.
 * It copies every picture of the project (docs/images too); `files` in package.json says which of them ship.
 */
async function compile() {
	const program = run(process.execPath, [n8nNode, 'build'], {
		cwd: root,
		env: { ...process.env, CI: 'true' },
	});
	await orComplain('n8n-node build', program);
}

module.exports = { clean, compile };
