'use strict';

const { startSandbox } = require('../../sandbox');
const { startEngine } = require('./engine');

/** Limits that no test reaches by accident; those about the limit set their own. */
const AMPLE = 100_000;

// Seconds on an idle machine, more on one with other work.
jest.setTimeout(60_000);

const open = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/**
 * A sandbox of its own for one test, and n8n with a credential for it. The sandbox's new port is a new OneFile account to
 * the node, so nothing is left over from the test before.
 *
 * @param {object} settings of the sandbox
 * @param {object} credential fields in which the credential differs from the usual one
 */
async function connect(settings = {}, credential = {}) {
	const sandbox = await startSandbox({ limit: AMPLE, ...settings });
	open.push(sandbox);
	const n8n = await startEngine({ ...credentialFor(sandbox), ...credential });
	return { sandbox, n8n };
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
