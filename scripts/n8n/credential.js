'use strict';

const { SEED } = require('../../sandbox');

const TYPE = 'oneFileApi';
const NAME = 'OneFile sandbox';

/** What a user would type into the credential's form to use the sandbox. */
function sandboxFields(sandbox, requestsPerMinute) {
	return {
		environment: 'custom',
		baseUrl: sandbox.apiUrl,
		apiVersion: 'v2',
		customerToken: sandbox.customerToken,
		requestsPerMinute,
		// The account of the sandbox has two organisations; the examples are about this one.
		organisationId: SEED.organisations.business.ID,
	};
}

/**
 * The one credential of the examples. It is written anew only when the sandbox listens elsewhere than last time:
 * saving a credential also throws away the session that n8n keeps with it.
 */
async function ensureCredential(rest, ledger, data) {
	const stored = await rest.get('/credentials');
	const existing =
		stored.find(({ id }) => id === ledger.credential?.id) ??
		stored.find(({ type, name }) => type === TYPE && name === NAME);
	const body = { name: existing?.name ?? NAME, type: TYPE, data };
	const written = JSON.stringify(data);

	if (!existing) {
		const { id } = await rest.post('/credentials', body);
		ledger.credential = { id, name: NAME, written };
	} else if (ledger.credential?.written !== written) {
		await rest.patch(`/credentials/${existing.id}`, body);
		ledger.credential = { id: existing.id, name: existing.name, written };
	}
	return { id: ledger.credential.id, name: body.name, type: TYPE };
}

/** Presses the Test button of the credential's form: `{ status: 'OK' | 'Error', message }`. */
async function testCredential(rest, { id, name }, data) {
	return await rest.post('/credentials/test', { credentials: { id, name, type: TYPE, data } });
}

module.exports = { ensureCredential, sandboxFields, testCredential, TYPE };
