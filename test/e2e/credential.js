'use strict';

const assert = require('node:assert/strict');

const { testCredential } = require('../../scripts/n8n/credential');
const { freePort } = require('../../scripts/n8n/ports');

async function refused(stack, fields, words) {
	const { status, message } = await testCredential(stack.rest, stack.credential, {
		...stack.fields,
		...fields,
	});
	assert.equal(status, 'Error');
	assert.match(message, words);
}

module.exports = [
	[
		'the Test button is green with the right token, and the form names the customer',
		async (stack) => {
			const { status, message } = await testCredential(stack.rest, stack.credential, stack.fields);
			assert.equal(status, 'OK', message);
			const { data } = await stack.rest.get(`/credentials/${stack.credential.id}?includeData=true`);
			assert.equal(data.customerName, 'Northgate Training Group');
		},
	],
	[
		'the Test button says that a token was refused',
		(stack) => refused(stack, { customerToken: 'not-the-token' }, /token/i),
	],
	[
		'the Test button says that the address has no such API',
		(stack) => refused(stack, { baseUrl: `${stack.sandbox.url}/nowhere` }, /no OneFile API/i),
	],
	[
		'the Test button says that the service cannot be reached',
		async (stack) =>
			refused(stack, { baseUrl: `http://127.0.0.1:${await freePort()}/api` }, /could not be reached/i),
	],
];
