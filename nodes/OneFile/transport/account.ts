import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { OneFileError } from './errors';

export type ApiVersion = 'v2' | 'v2.1';

/** Hosts of the environments (source: "Using the OneFile API" for Beta and Live, help centre 76000020990 for Practice). */
const HOSTS: Record<string, string> = {
	beta: 'https://wsapibeta.onefile.co.uk/api',
	live: 'https://wsapi.onefile.co.uk/api',
	practice: 'https://wsapi2.onefile.co.uk/api',
};

/** The base URL as an expression of n8n, for the credential's test, which cannot call `readAccount`. */
export const BASE_URL_EXPRESSION = `={{ (${JSON.stringify(HOSTS)}[$credentials.environment] || $credentials.baseUrl.trim().replace(/\\/+$/, '').replace(/\\/v2(\\.1)?$/i, '')) + '/' + $credentials.apiVersion }}`;

/** A OneFile account as one credential describes it. */
export interface Account {
	/** Who shares a rate limit: host and customer token, hashed. Never the token itself. */
	key: string;
	/** Who shares a session: base URL and customer token, hashed. */
	sessionKey: string;
	/** With the version, without a trailing slash: `https://wsapi.onefile.co.uk/api/v2`. */
	baseUrl: string;
	environment: string;
	version: ApiVersion;
	customerToken: string;
	requestsPerMinute: number;
	/** The organisation that nodes use when they name none. */
	organisationId?: number;
}

/**
 * Reads a decrypted `oneFileApi` credential.
 *
 * @throws OneFileError when the base URL, the token or the requests per minute cannot be used
 */
export function readAccount(credentials: ICredentialDataDecryptedObject): Account {
	const environment = String(credentials.environment ?? 'beta');
	const version: ApiVersion = credentials.apiVersion === 'v2.1' ? 'v2.1' : 'v2';
	const root = environment === 'custom' ? customRoot(String(credentials.baseUrl ?? '')) : HOSTS[environment];
	if (!root) throw new OneFileError(`There is no OneFile environment '${environment}'`, { field: 'Environment' });
	const baseUrl = `${root}/${version}`;
	const customerToken = String(credentials.customerToken ?? '').trim();
	if (!customerToken) {
		throw new OneFileError("The credential has no 'Customer Token'", {
			description: 'OneFile support issues the token. Put it into the OneFile credential.',
			field: 'Customer Token',
		});
	}
	if (!/^[\x21-\x7e]+$/.test(customerToken)) {
		throw new OneFileError("'Customer Token' has a space, a line break or an accent in it, which no token has", {
			description: 'Copy the token again, without the text around it.',
			field: 'Customer Token',
		});
	}
	return {
		key: hash(new URL(baseUrl).host, customerToken),
		sessionKey: hash(baseUrl, customerToken),
		baseUrl,
		environment,
		version,
		customerToken,
		requestsPerMinute: requestsPerMinute(credentials.requestsPerMinute),
		organisationId: Number(credentials.organisationId) > 0 ? Number(credentials.organisationId) : undefined,
	};
}

function hash(place: string, token: string): string {
	return createHash('sha256').update(`${place}\n${token}`).digest('hex').slice(0, 32);
}

/** Accepts a base URL with or without the version at its end; https, or http on this machine. */
function customRoot(text: string): string {
	const trimmed = text.trim().replace(/\/+$/, '').replace(/\/v2(\.1)?$/i, '');
	const url = parsedUrl(trimmed);
	const loopback = url !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
	if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) return trimmed;
	throw new OneFileError(`'Base URL' cannot be used: ${trimmed || 'it is empty'}`, {
		description: 'Write it as https://host/api. Plain http is only accepted on this machine (localhost, 127.0.0.1).',
		field: 'Base URL',
	});
}

function parsedUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

function requestsPerMinute(value: unknown): number {
	const number = Number(value ?? 100);
	if (Number.isInteger(number) && number >= 1) return number;
	throw new OneFileError(`'Requests per Minute' is ${String(value)}; it has to be a whole number of at least 1`, {
		description: 'OneFile documents 100 calls a minute for an account.',
		field: 'Requests per Minute',
	});
}
