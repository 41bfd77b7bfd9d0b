'use strict';

const fs = require('node:fs/promises');

const { dist, fromRoot } = require('./paths');
const { run } = require('./run');

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
	await run(process.execPath, [n8nNode, 'build'], { what: 'n8n-node build', env: { CI: 'true' } });
}

module.exports = { clean, compile };
