'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { callCounts, connect, logins } = require('../engine/connect');

const somebody = [{ id: SEED.learners.firstId }];
const FINE = { status: 'OK', message: 'Connection successful!' };

compressTime();

describe('a session in whatever wrapping', () => {
	test.each(['plain', 'quoted', 'newline', 'header'])('%s', async (sessionBody) => {
		const { sandbox, n8n } = await connect({ quirks: { sessionBody } });
		const { status } = await n8n.run('promise-one-login', { items: somebody });
		expect(status).toBe('success');
		expect(n8n.storedCredential().sessionToken).toMatch(/^[\w+/=]{200,}$/);
		expect(sandbox.log.calls({ status: 401 })).toEqual([]);
		expect(await n8n.test()).toEqual(FINE);
	});
});

describe('what is no session is never used as one', () => {
	test.each(['html', 'empty'])('%s', async (sessionBody) => {
		const { sandbox, n8n } = await connect({ quirks: { sessionBody } });
		const { error } = await n8n.run('promise-one-login', { items: somebody });
		const words = `OneFile answered the log-in at ${sandbox.apiUrl}/v2 with something that is not a session`;
		expect(error.message).toBe(words);
		expect(error.description).toMatch(/'Environment' and 'Base URL'.*another web server/);
		expect(callCounts(sandbox)).toEqual({ 'POST /Authentication': 1 });
		expect(n8n.storedCredential().sessionToken).toBeUndefined();
		expect((await n8n.test()).message).toBe(words);
	});
});

describe('a wrong customer token', () => {
	test.each([
		[401, ': The customer token is not valid. (HTTP 401)'],
		[403, ': The customer token is not valid. (HTTP 403)'],
		[400, ': The customer token is not valid. (HTTP 400)'],
		['html', ' (HTTP 401)'],
		['empty', ' (HTTP 401)'],
	])('answered with %s', async (badToken, said) => {
		const { sandbox, n8n } = await connect(
			{ quirks: { badToken } },
			{ customerToken: `mistyped-${badToken}` },
		);
		const { error } = await n8n.run('promise-one-login', { items: somebody });
		expect(error.message).toBe(`OneFile refused the customer token${said}`);
		expect(error.description).toContain(`issued for ${sandbox.apiUrl}`);
		expect(await n8n.test()).toEqual({ status: 'Error', message: error.message });
		expect(logins(sandbox)).toBe(1);
	});

	test('no token at all: nothing is sent', async () => {
		const { sandbox, n8n } = await connect({}, { customerToken: '  ' });
		const { error } = await n8n.run('promise-one-login', { items: somebody });
		expect(error.message).toBe("The credential has no 'Customer Token'");
		expect(sandbox.log.calls()).toEqual([]);
	});
});

describe('a wrong place', () => {
	test.each([
		['v2', 'v2.1'],
		['v2.1', 'v2'],
	])('no API %s there: the other version is named', async (apiVersion, other) => {
		const { sandbox, n8n } = await connect({ versions: [other] }, { apiVersion });
		const { error } = await n8n.run('promise-one-login', { items: somebody });
		expect(error.message).toBe(
			`There is no OneFile API ${apiVersion} at ${sandbox.apiUrl}/${apiVersion} (HTTP 404)`,
		);
		expect(error.description).toBe(
			`Wrong environment or version: check 'Environment', or set 'API Version' to ${other}.`,
		);
		expect((await n8n.test()).message).toBe(error.message);
		n8n.changeCredential({ apiVersion: other });
		expect(await n8n.test()).toEqual(FINE);
	});

	test('nothing answers there', async () => {
		const { sandbox, n8n } = await connect();
		await sandbox.close();
		const { error } = await n8n.run('promise-one-login', { items: somebody });
		const words = `OneFile could not be reached at ${sandbox.apiUrl}/v2: nothing answers there`;
		expect(error.message).toBe(words);
		expect(error.description).toMatch(/'Environment' and 'Base URL'/);
		expect((await n8n.test()).message).toBe(words);
	});

	test.each([
		['http://onefile.example/api', "'Base URL' cannot be used: http://onefile.example/api"],
		['ftp://127.0.0.1/api', "'Base URL' cannot be used: ftp://127.0.0.1/api"],
		['onefile', "'Base URL' cannot be used: onefile"],
		['', "'Base URL' cannot be used: it is empty"],
	])('a base URL of %p: a token never goes out in the clear', async (baseUrl, words) => {
		const { n8n } = await connect({}, { baseUrl });
		const { error } = await n8n.run('promise-one-login', { items: somebody });
		expect(error.message).toBe(words);
		expect(error.description).toMatch(/https:\/\/host\/api/);
	});

	test.each(['/', '/v2', '/v2.1', '/v2/'])(
		'a base URL pasted with %s at its end is understood',
		async (ending) => {
			const { sandbox, n8n } = await connect();
			n8n.changeCredential({ baseUrl: `  ${sandbox.apiUrl}${ending} ` });
			const { status } = await n8n.run('promise-one-login', { items: somebody });
			expect(status).toBe('success');
			expect(await n8n.test()).toEqual(FINE);
			expect(sandbox.log.calls({ status: 404 })).toEqual([]);
		},
	);
});

describe('trouble that passes', () => {
	test.each([502, 503, 504])('a log-in answered with %s once is asked again', async (status) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { path: '^/Authentication' }, do: 'status', status });
		expect((await n8n.run('promise-one-login', { items: somebody })).status).toBe('success');
		expect(logins(sandbox)).toBe(2);
	});

	test('and so is one whose connection breaks', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { path: '^/Authentication' }, do: 'drop-before' });
		expect((await n8n.run('promise-one-login', { items: somebody })).status).toBe('success');
		expect(logins(sandbox)).toBe(2);
	});

	test('a fault of OneFile that stays is said to be one', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: { path: '^/Authentication' },
			times: Infinity,
			do: 'status',
			status: 500,
		});
		const { error } = await n8n.run('promise-one-login', { items: somebody });
		expect(error.message).toBe('OneFile could not log in just now (HTTP 500)');
		expect(error.description).toMatch(/on OneFile's side/);
		expect((await n8n.test()).message).toBe(error.message);
	});
});

describe('the Test button', () => {
	test('logs in for real, whatever is stored, and keeps the name of the customer', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: somebody });
		expect(await n8n.test()).toEqual(FINE);
		expect(logins(sandbox)).toBe(2);
		expect(n8n.storedCredential().customerName).toBe(SEED.customer.Name);
	});

	test('finds out that the stored session hides a token that was withdrawn', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('promise-one-login', { items: somebody });
		sandbox.state.customers.get(SEED.customer.ID).token = 'a new one';
		expect((await n8n.test()).message).toMatch(/^OneFile refused the customer token/);
	});

	test.each([
		[403, 'The token is good, but OneFile does not let this account read its customer.'],
		[404, "The token is good, but there is no OneFile API here: check 'API Version'."],
		[429, 'The token is good, but its calls of this minute are used up. Try again in a minute.'],
	])('says what %s to the customer means', async (status, message) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { path: '^/Customer' }, times: Infinity, do: 'status', status });
		expect(await n8n.test()).toEqual({ status: 'Error', message });
	});
});
