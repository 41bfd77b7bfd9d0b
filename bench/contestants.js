'use strict';

const USER = '/v2/User/{{ $json.id }}';

const rowsOf = (field) => ({
	name: 'Rows',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: field, options: {} },
});

/** This package: nothing to set up but the credential. */
function thisNode({ credential }) {
	return [
		rowsOf('body.rows'),
		{
			name: 'Learner',
			type: 'n8n-nodes-onefile.oneFile',
			typeVersion: 1,
			parameters: {
				resource: 'user',
				operation: 'get',
				user: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			credentials: { oneFileApi: credential },
		},
	];
}

/**
 * n8n's HTTP Request node as a careful expert sets it up: a log-in first, then batches that leave a place for it, one
 * batch a minute and a hundredth. What is refused does not end the run, so that it can be counted.
 */
function expert({ sandbox, limit, windowMs }) {
	const login = {
		name: 'Log in',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		executeOnce: true,
		parameters: {
			method: 'POST',
			url: `${sandbox.apiUrl}/v2/Authentication`,
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'X-CustomerToken', value: sandbox.customerToken }] },
			options: { response: { response: { responseFormat: 'text' } } },
		},
	};
	const rows = {
		name: 'Rows again',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			mode: 'raw',
			jsonOutput: "={{ { rows: $('Webhook').first().json.body.rows } }}",
			options: {},
		},
	};
	const learner = {
		name: 'Learner',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		onError: 'continueRegularOutput',
		parameters: {
			url: `=${sandbox.apiUrl}${USER}`,
			sendHeaders: true,
			headerParameters: {
				parameters: [{ name: 'X-TokenID', value: "={{ $('Log in').first().json.data }}" }],
			},
			options: { batching: { batch: { batchSize: limit - 1, batchInterval: Math.ceil(windowMs * 1.01) } } },
		},
	};
	return [login, rows, rowsOf('rows'), learner];
}

/** The HTTP Request node with this package's credential, all at once: n8n decrypts the credential for every request of both. */
function withOurCredential({ sandbox, credential }) {
	return [
		rowsOf('body.rows'),
		{
			name: 'Learner',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				url: `=${sandbox.apiUrl}${USER}`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'oneFileApi',
				options: {},
			},
			credentials: { oneFileApi: credential },
		},
	];
}

module.exports = { thisNode, expert, withOurCredential };
