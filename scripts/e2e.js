'use strict';

// One run of real n8n with the packed package against the sandbox: what only a real server can show (its database, its
// stored credential, a restart, its own interface). Prints each check and ends with "N passed, N failed".
const { ensureInstalled } = require('./install');

async function main() {
	await ensureInstalled();
	// From here on the development packages are there.
	const { runChecks } = require('../test/e2e');
	const { passed, failed } = await runChecks();
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed || !passed ? 1 : 0;
}

main().then(
	(code) => process.exit(code),
	(error) => {
		console.error(`\n${error.stack}`);
		console.log('\n0 passed, 1 failed');
		process.exit(1);
	},
);
