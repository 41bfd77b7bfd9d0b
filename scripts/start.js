'use strict';

// `npm start`: the package in a real n8n with a stand-in OneFile, from a fresh clone, with nothing to set up.
//   --once         ends after the table; non-zero when a row that should have gone through did not
//   --port N       the editor's port (5678 or the next free one)
const { parseArgs } = require('node:util');

const { ensureInstalled } = require('./install');

const { values: options } = parseArgs({ options: { once: { type: 'boolean' }, port: { type: 'string' } } });

async function main() {
	await ensureInstalled();
	// From here on the development packages are there.
	const { demonstrate } = require('./n8n/demonstration');
	process.exitCode = await demonstrate({ once: options.once, port: options.port && Number(options.port) });
}

main().catch((error) => {
	console.error(`\n${error.message}`);
	process.exitCode = 1;
});
