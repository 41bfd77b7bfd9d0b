'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');

/** Every session of the sandbox begins alike, so one of our own tells what all of them would leave behind. */
async function secretsOf({ sandbox }) {
	const answer = await fetch(`${sandbox.apiUrl}/v2/Authentication`, {
		method: 'POST',
		headers: { 'X-CustomerToken': sandbox.customerToken },
	});
	const session = await answer.text();
	return { 'the customer token': sandbox.customerToken, 'a session': session.slice(0, 40) };
}

module.exports = [
	[
		'no execution record and no log of n8n holds the customer token or a session',
		async (stack, { first, second, third }) => {
			const places = {
				'first execution': first.execution.stored,
				'second execution': second.execution.stored,
				'third execution': third.stored,
				"n8n's log": fs.readFileSync(path.join(stack.data, 'n8n.log'), 'utf8'),
			};
			for (const [what, secret] of Object.entries(await secretsOf(stack))) {
				for (const [place, text] of Object.entries(places))
					assert.ok(!text.includes(secret), `${what} is in the ${place}`);
			}
		},
	],
	[
		'the credential that n8n gives to the editor holds neither',
		async (stack) => {
			const shown = JSON.stringify(
				await stack.rest.get(`/credentials/${stack.credential.id}?includeData=true`),
			);
			assert.match(shown, /requestsPerMinute/);
			for (const [what, secret] of Object.entries(await secretsOf(stack)))
				assert.ok(!shown.includes(secret), `${what} is shown`);
		},
	],
];
