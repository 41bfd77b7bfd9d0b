'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

// n8n logs everything it can, into a file of this test.
const logFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'onefile-log-')), 'n8n.log');
Object.assign(process.env, {
	N8N_LOG_LEVEL: 'debug',
	N8N_LOG_OUTPUT: 'file',
	N8N_LOG_FILE_LOCATION: logFile,
});

const { LoggerProxy } = require('n8n-workflow');
const { compressTime } = require('../engine/compressTime');
const { connect } = require('../engine/connect');
const { learnerRow, learnerRows } = require('../engine/learners');

compressTime();

/** What n8n has logged so far: everything, as the log is written in order. */
async function logged() {
	const mark = `mark ${Math.random()}`;
	LoggerProxy.debug(mark);
	const read = () => (fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8') : '');
	while (!read().includes(mark)) await new Promise(setImmediate);
	return read();
}

/** Runs something that could give a token away and hands out all that it left: what n8n saves, says and logs. */
async function traces(n8n, options) {
	const printed = [];
	const spies = ['log', 'info', 'warn', 'error', 'debug'].map((name) =>
		jest.spyOn(console, name).mockImplementation((...words) => printed.push(words)),
	);
	const outcome = await n8n.run('promise-secrets-absent', options);
	spies.forEach((spy) => spy.mockRestore());
	const { error } = outcome;
	const said = [error?.message, error?.description, error?.stack, JSON.stringify(error)];
	return { outcome, all: [outcome.saved, ...said, JSON.stringify(printed), await logged()].join('\n') };
}

/** Neither the token nor the session, nor a part of them that would be worth having. */
function expectNoSecrets(all, n8n, tokens = []) {
	const { customerToken, sessionToken } = n8n.storedCredential();
	const secrets = [customerToken, sessionToken, ...tokens].filter(Boolean);
	expect(secrets.length).toBeGreaterThan(0);
	for (const secret of secrets) {
		expect(all.includes(secret)).toBe(false);
		if (secret.length > 100) expect(all.includes(secret.slice(-24))).toBe(false);
	}
}

test('a run that went well', async () => {
	const { n8n } = await connect();
	const { outcome, all } = await traces(n8n, { items: learnerRows(3) });
	expect(outcome.json).toHaveLength(3);
	expectNoSecrets(all, n8n);
	expect(n8n.storedCredential().sessionToken).toMatch(/.{200}/);
});

test('a wrong token is not quoted', async () => {
	const { n8n } = await connect({}, { customerToken: 'mistyped-but-nearly-right' });
	const node = { onError: 'stopWorkflow' };
	const { outcome, all } = await traces(n8n, { items: learnerRows(3), node });
	expect(outcome.error.message).toMatch(/refused the customer token/);
	expectNoSecrets(all, n8n);
});

describe.each(['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'])('with %s', (onError) => {
	test.each([
		[
			'a refusal of OneFile',
			{ do: 'status', status: 400, body: { code: -58, message: 'Classroom not found.' } },
		],
		['a missing permission', { do: 'status', status: 403 }],
		['a fault of OneFile', { do: 'status', status: 500 }],
		['a web page for an answer', { do: 'html', status: 502 }],
		['a connection that breaks', { do: 'drop-after' }],
	])('%s', async (_what, fault) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { path: '^/User$' }, times: Infinity, ...fault });
		const { outcome, all } = await traces(n8n, { items: learnerRows(2), node: { onError } });
		const failed = outcome.error ? [outcome.error] : [...outcome.refused, ...outcome.json];
		expect(failed.length).toBeGreaterThan(0);
		expectNoSecrets(all, n8n);
	});
});

test('OneFile out of reach in the middle of a run', async () => {
	const { sandbox, n8n } = await connect();
	await n8n.run('promise-secrets-absent', { items: [learnerRow(1)] });
	await sandbox.close();
	const { outcome, all } = await traces(n8n, { items: [learnerRow(2)], node: { onError: 'stopWorkflow' } });
	expect(outcome.error.message).toMatch(/could not be reached/);
	expectNoSecrets(all, n8n);
});

test('a session that was renewed: the old one is a secret still', async () => {
	const { sandbox, n8n } = await connect();
	await n8n.run('promise-secrets-absent', { items: [learnerRow(1)] });
	const { sessionToken } = n8n.storedCredential();
	sandbox.control.revokeSessions();
	const { all } = await traces(n8n, { items: [learnerRow(2)] });
	expect(n8n.storedCredential().sessionToken).not.toBe(sessionToken);
	expectNoSecrets(all, n8n, [sessionToken]);
});

test('what is personal stays out of output and errors; what was sent is there', async () => {
	const { sandbox, n8n } = await connect();
	const node = {
		parameters: {
			additionalFields: { dob: '={{ $json.dob }}', nino: 'QQ123456C', uln: '9912345678', misId: 'P1' },
		},
	};
	const { outcome } = await traces(n8n, { items: [learnerRow(1)], node });
	expect(sandbox.log.calls({ path: '/User' })[0].body).toMatchObject({
		DOB: '2004-05-06T00:00:00.000Z',
		NINO: 'QQ123456C',
	});
	expect(JSON.stringify(outcome.json)).not.toMatch(/2004-05-06|QQ123456C|9912345678/);
	expect(outcome.json[0]).toMatchObject({ MISID: 'P1', Email: 'ana1@example.com' });
});
