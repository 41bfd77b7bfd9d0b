'use strict';

const { ICredentialsHelper } = require('n8n-workflow');

/**
 * Credentials in memory, by the rules of n8n's own helper (its server keeps them in a database): read anew for each request,
 * `preAuthentication` when the expirable property is empty, the last answer was a 401 or Test was pressed, its output stored.
 */
class MemoryCredentials extends ICredentialsHelper {
	constructor(types, stored) {
		super();
		this.types = types;
		this.stored = stored;
	}

	typeOf(name) {
		const type = this.types.get(name);
		if (!type) throw new Error(`unknown credential type ${name}`);
		return type;
	}

	getParentTypes() {
		return [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	getCredentialsProperties(name) {
		return this.typeOf(name).properties;
	}

	async getCredentials(reference) {
		return { ...this.stored[reference.id], getData: () => ({ ...this.stored[reference.id].data }) };
	}

	async getDecrypted(_additionalData, reference, type) {
		const defaults = this.typeOf(type).properties.map(({ name, default: value }) => [name, value]);
		return { ...Object.fromEntries(defaults), ...this.stored[reference.id].data };
	}

	async updateCredentials(reference, _type, data) {
		this.stored[reference.id].data = { ...data };
	}

	async updateCredentialsOauthTokenData() {}

	async authenticate(credentials, type, options) {
		return await this.typeOf(type).authenticate(credentials, options);
	}

	async preAuthentication(helpers, credentials, typeName, node, expired) {
		const type = this.typeOf(typeName);
		const expirable = type.properties.find(
			({ type: kind, typeOptions }) => kind === 'hidden' && typeOptions?.expirable,
		);
		const isTest = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (credentials[expirable.name] !== '' && !expired && !isTest) return undefined;
		const output = await type.preAuthentication.call(helpers, credentials);
		const reference = node.credentials[typeName];
		await this.updateCredentials(reference, typeName, { ...this.stored[reference.id].data, ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(helpers, credentials, type) {
		return await this.typeOf(type).preAuthentication.call(helpers, credentials);
	}
}

module.exports = { MemoryCredentials };
