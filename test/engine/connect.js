'use strict';

const { startSandbox } = require('../../sandbox');
const { startEngine } = require('./engine');

/** Limits that no test reaches by accident; those about the limit set their own. */
const AMPLE = 100_000;

// Seconds on an idle machine, more on one with other work.
jest.setTimeout(60_000);

/** Sandboxes that are up, and those of the test under way. */
const idle = [];
const inUse = [];
let connections = 0;

afterEach(async () => {
	for (const sandbox of inUse.splice(0)) {
		if (sandbox.isLeft) await sandbox.close();
		else idle.push(sandbox);
	}
});
afterAll(async () => {
	await Promise.all(idle.splice(0).map((sandbox) => sandbox.close()));
});

/**
 * A sandbox as new, and n8n with a credential for it. The customer tokens are new for each test, so to the node it is an
 * account of its own, and nothing is left over from the test before.
 *
 * @param {object} settings of the sandbox
 * @param {object} credential fields in which the credential differs from the usual one
 */
async function connect(settings = {}, credential = {}) {
	const sandbox = idle.pop() ?? (await start());
	inUse.push(sandbox);
	sandbox.control.reset();
	sandbox.settings.change({ limit: AMPLE, ...settings });
	const [customer, other] = sandbox.state.customers.where();
	for (const one of [customer, other]) one.token += `-${++connections}`;
	Object.assign(sandbox, { customerToken: customer.token, otherCustomerToken: other.token });
	const n8n = await startEngine({ ...credentialFor(sandbox), ...credential });
	return { sandbox, n8n: watched(n8n, sandbox) };
}

/** One that the test closes is not used for another either. */
async function start() {
	const sandbox = await startSandbox();
	const close = () => {
		sandbox.isLeft = true;
		return sandbox.closeServer();
	};
	return Object.assign(sandbox, { closeServer: sandbox.close, close, isLeft: false });
}

/**
 * What was stopped or has failed may have calls on their way still, which another test would take for its own: after that
 * the sandbox is left alone.
 */
function watched(n8n, sandbox) {
	const leave = () => (sandbox.isLeft = true);
	return {
		...n8n,
		begin(...run) {
			leave();
			return n8n.begin(...run);
		},
		async run(...run) {
			const outcome = await n8n.run(...run);
			if (outcome.error || [...outcome.json, ...outcome.refused].some(({ error }) => error)) leave();
			return outcome;
		},
	};
}

function credentialFor(sandbox) {
	return {
		environment: 'custom',
		baseUrl: sandbox.apiUrl,
		apiVersion: 'v2',
		customerToken: sandbox.customerToken,
		requestsPerMinute: AMPLE,
	};
}

/** Counts a sandbox's calls by what was asked: `{ 'POST /User': 50 }`. Searches are counted without their page. */
function callCounts(sandbox) {
	const counts = {};
	for (const { method, path, status } of sandbox.log.calls()) {
		const asked = `${method} ${path.replace(/(\/Search)\/.*/, '$1')}${status >= 400 ? ` (${status})` : ''}`;
		counts[asked] = (counts[asked] ?? 0) + 1;
	}
	return counts;
}

const logins = (sandbox) => sandbox.log.calls({ path: '/Authentication' }).length;

/** The bodies that were sent with calls such as `POST /User`. */
const sent = (sandbox, path) => sandbox.log.calls({ method: 'POST', path }).map(({ body }) => body);

module.exports = { connect, credentialFor, callCounts, logins, sent };
