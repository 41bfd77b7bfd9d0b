'use strict';

const fs = require('node:fs');
const path = require('node:path');

const children = require('../../scripts/n8n/children');
const { ensureN8n } = require('../../scripts/n8n/install');
const { packPackage } = require('../../scripts/n8n/package');
const places = require('../../scripts/n8n/places');
const { say } = require('../../scripts/n8n/progress');
const { startStack } = require('../../scripts/n8n/stack');

// In this order: each part goes on from what the ones before it left in n8n and the sandbox.
const PARTS = [
	require('./package'),
	require('./onboarding'),
	require('./session'),
	require('./lists'),
	require('./secrets'),
	require('./credential'),
	require('./examples'),
	require('./agent'),
	require('./trigger'),
	require('./ending'),
];

// The limit itself has tests of its own; here it is high, in the credential as in the sandbox, so that seconds are enough.
const LIMIT = 3000;

/** Starts everything on a fresh data folder, makes every check, stops everything. Gives how many were good and bad. */
async function runChecks() {
	const packed = await packPackage();
	const n8n = await ensureN8n();
	const data = path.join(places.local, `e2e-${process.pid}`);
	const stopOnSignal = () => children.stopAll().then(() => process.exit(130));
	process.once('SIGINT', stopOnSignal).once('SIGTERM', stopOnSignal);

	const stack = await startStack({ n8n, packed, data, limit: LIMIT });
	const sum = { passed: 0, failed: 0 };
	/** What earlier checks found out and later ones need. */
	const found = {};
	try {
		for (const [what, check] of PARTS.flat()) {
			const reason = await check(stack, found).then(
				() => undefined,
				(error) => error,
			);
			say(
				`${reason ? '✘' : '✔'} ${what}${reason ? `\n    ${reason.message.split('\n').join('\n    ')}` : ''}`,
			);
			sum[reason ? 'failed' : 'passed']++;
		}
	} finally {
		await stack.stop();
	}
	if (sum.failed) say(`n8n's log and data are kept in ${path.relative(places.root, data)}`);
	else fs.rmSync(data, { recursive: true, force: true });
	return sum;
}

module.exports = { runChecks };
