'use strict';

const fs = require('node:fs');

const { startSandbox } = require('../../sandbox');
const { ensureCredential, sandboxFields } = require('./credential');
const { openLedger, saveLedger } = require('./ledger');
const { signIn } = require('./owner');
const { installPackage } = require('./package');
const { during } = require('./progress');
const { connect } = require('./rest');
const { startN8n } = require('./server');
const { importExamples } = require('./workflows');

/**
 * Sandbox, n8n with the packed package, owner, credential and example workflows: everything `npm start` shows and the
 * end-to-end run checks. `data` is n8n's home; one that was used before is taken up as it is.
 */
async function startStack({
	n8n,
	packed,
	data,
	n8nPort,
	sandboxPort,
	limit = 100,
	requestsPerMinute = limit,
}) {
	fs.mkdirSync(data, { recursive: true });
	await installPackage(packed, data);
	const sandbox = await startSandbox({ port: sandboxPort, limit });
	const ledger = openLedger(data);
	const stack = { sandbox, ledger, data };

	stack.stop = async () => {
		await stack.server?.stop();
		await sandbox.close();
	};
	/** n8n alone, on the same data: what a restart of the machine would do. */
	stack.startN8n = async () => {
		stack.server = await during('Starting n8n', () => startN8n({ n8n, data, port: n8nPort }));
		stack.rest = connect(stack.server.url);
		await signIn(stack.rest);
	};
	try {
		await stack.startN8n();
		stack.fields = sandboxFields(sandbox, requestsPerMinute);
		stack.credential = await ensureCredential(stack.rest, ledger, stack.fields);
		stack.imported = await importExamples(stack.rest, ledger, stack.credential);
		saveLedger(ledger);
		return stack;
	} catch (error) {
		await stack.stop();
		throw error;
	}
}

module.exports = { startStack };
