import type { AxiosError } from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { OneFileError, type Answer } from './errors';

/** A request ends with an answer of whatever status, or with a failure on the way. */
export interface Outcome {
	answer?: Answer;
	failure?: Error;
}

/** Codes of connections that were never made: the request provably did not reach OneFile. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Codes of connections that broke after they were made: OneFile may or may not have done what was asked. */
const BROKEN = new Set(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ERR_NETWORK', 'UND_ERR_SOCKET', 'ERR_BAD_RESPONSE']);

/** Waits for a request of n8n's helpers (`returnFullResponse`) and never throws. */
export async function toAnswer(request: Promise<unknown>): Promise<Outcome> {
	try {
		const full = (await request) as { statusCode: number; body: unknown; headers?: IDataObject };
		return { answer: { status: full.statusCode, body: full.body, headers: full.headers ?? {} } };
	} catch (failure) {
		return { failure: failure as Error };
	}
}

/** The errors inside an error, outermost first: n8n wraps axios' errors, and those of credentials, in its own. */
function causes(error: unknown): unknown[] {
	const chain: unknown[] = [];
	for (let cause = error; cause && !chain.includes(cause); cause = (cause as Error).cause) chain.push(cause);
	return chain;
}

/** Our own error inside what n8n threw, for example a refused log-in. */
export function ownError(error: unknown): OneFileError | undefined {
	return causes(error).find((cause) => cause instanceof OneFileError) as OneFileError | undefined;
}

/** axios' code of a failed connection, such as `ECONNREFUSED`. */
export function connectionCode(error: unknown): string | undefined {
	for (const cause of causes(error)) {
		const { code } = cause as AxiosError;
		if (typeof code === 'string' && (NEVER_SENT.has(code) || BROKEN.has(code))) return code;
	}
	return undefined;
}

export function neverSent(error: unknown): boolean {
	return NEVER_SENT.has(connectionCode(error) ?? '');
}

export function brokenConnection(error: unknown): boolean {
	return connectionCode(error) !== undefined;
}

/** OneFile could not be reached, in words. */
export function unreachable(baseUrl: string, failure: unknown): OneFileError {
	const code = connectionCode(failure);
	const words: Record<string, string> = {
		ECONNREFUSED: 'nothing answers there',
		ENOTFOUND: 'there is no such host',
		EAI_AGAIN: 'its name could not be looked up',
		ETIMEDOUT: 'it did not answer in time',
		ECONNABORTED: 'it did not answer in time',
	};
	// n8n replaces every message that holds a socket code, so the code itself stays out of it.
	const why = code === undefined ? (failure as Error).message : (words[code] ?? 'the connection broke');
	return new OneFileError(`OneFile could not be reached at ${baseUrl}: ${why}`, {
		ambiguous: code !== undefined && !NEVER_SENT.has(code),
		description: "Check 'Environment' and 'Base URL' in the credential and whether this n8n may reach the internet.",
	});
}
