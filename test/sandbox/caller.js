'use strict';

const axios = require('axios');

/** A client that never throws, logged in unless it is told not to. */
async function caller(
	{ apiUrl, customerToken },
	{ version = 'v2.1', token = customerToken, isLoggedIn = true } = {},
) {
	const client = axios.create({ baseURL: `${apiUrl}/${version}`, validateStatus: () => true });
	client.login = () => client.post('/Authentication', null, { headers: { 'X-CustomerToken': token } });
	if (isLoggedIn) client.defaults.headers.common['X-TokenID'] = (await client.login()).data;
	return client;
}

module.exports = { caller };
