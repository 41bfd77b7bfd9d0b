'use strict';

/** The one account of this private n8n. It listens on loopback only and holds nothing but made-up people. */
const owner = {
	email: 'owner@example.com',
	password: 'Onefile-Sandbox-1',
	firstName: 'Sandbox',
	lastName: 'Owner',
};

/** Makes the owner on a fresh n8n, logs in on one that has it. */
async function signIn(rest) {
	const settings = await rest.get('/settings');
	if (settings.userManagement.showSetupOnFirstLoad) await rest.post('/owner/setup', owner);
	else await rest.post('/login', { emailOrLdapLoginId: owner.email, password: owner.password });
}

module.exports = { owner, signIn };
