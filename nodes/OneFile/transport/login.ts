import type { IDataObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { jsonParse, sleep } from 'n8n-workflow';

import type { Account } from './account';
import { OneFileError, ownWords, type Answer } from './errors';
import { brokenConnection, toAnswer, unreachable } from './http';
import { MAX_TRIES, backoffMs, isTransient, retryAfterMs } from './retry';
import { throttleOf } from './throttle';

/**
 * OneFile's authentication exchange: the customer token for a session (source: "Using the OneFile API", How to authenticate).
 *
 * @param knownName name of the customer if it is known already; otherwise it is asked for
 * @throws OneFileError when the token is refused, the address is wrong or OneFile cannot be reached
 */
export async function exchangeToken(
	helpers: IHttpRequestHelper['helpers'],
	account: Account,
	knownName: string,
): Promise<{ sessionToken: string; customerName: string }> {
	const answer = await send(helpers, account, {
		method: 'POST',
		url: `${account.baseUrl}/Authentication`,
		headers: { 'X-CustomerToken': account.customerToken },
	});
	if (answer.status !== 200) throw refusedLogin(account, answer);
	const sessionToken = readToken(answer);
	if (sessionToken === undefined) {
		throw new OneFileError(`OneFile answered the log-in at ${account.baseUrl} with something that is not a session`, {
			status: answer.status,
			refused: true,
			description: "Check 'Environment' and 'Base URL': another web server seems to answer there.",
		});
	}
	return { sessionToken, customerName: knownName || (await readCustomerName(helpers, account, sessionToken)) };
}

/** Only so that the credential can say whose account it is: not worth failing or holding up a log-in for. */
async function readCustomerName(
	helpers: IHttpRequestHelper['helpers'],
	account: Account,
	sessionToken: string,
): Promise<string> {
	const request: IHttpRequestOptions = {
		method: 'GET',
		url: `${account.baseUrl}/Customer`,
		headers: { 'X-TokenID': sessionToken },
	};
	const answer = await send(helpers, account, request, 1).catch(() => undefined);
	const customer = answer?.status === 200 ? (jsonParse(String(answer.body), { fallbackValue: {} }) as IDataObject) : {};
	return String(customer.Name ?? '');
}

/** Sends a request that n8n does not authenticate. It waits for its place like every other, and may be repeated. */
async function send(
	helpers: IHttpRequestHelper['helpers'],
	account: Account,
	request: IHttpRequestOptions,
	tries = MAX_TRIES,
): Promise<Answer> {
	const throttle = throttleOf(account);
	for (let attempt = 1; ; attempt++) {
		const place = await throttle.acquire('editor');
		const outcome = await toAnswer(
			helpers.httpRequest({ ...request, encoding: 'text', returnFullResponse: true, ignoreHttpStatusErrors: true }),
		);
		if (outcome.answer) throttle.answered(place);
		const last = attempt >= tries;
		if (outcome.answer?.status === 429) {
			throttle.refused(place, retryAfterMs(outcome.answer.headers));
			if (last) return outcome.answer;
		} else if (outcome.answer && (last || !isTransient(outcome.answer.status))) {
			return outcome.answer;
		} else if (outcome.failure && (last || !brokenConnection(outcome.failure))) {
			throw unreachable(account.baseUrl, outcome.failure);
		} else {
			await sleep(backoffMs(attempt));
		}
	}
}

/**
 * The session in a log-in answer: the body itself, perhaps with white space or one pair of quotes round it (onefile-api 2);
 * a response header of the name X-TokenID only if the body is empty.
 */
function readToken(answer: Answer): string | undefined {
	const body = String(answer.body ?? '').trim().replace(/^"(.*)"$/s, '$1').trim();
	const header = String(answer.headers['x-tokenid'] ?? '').trim();
	const token = body || header;
	return token && /^[\w+/=.~-]+$/.test(token) ? token : undefined;
}

function refusedLogin(account: Account, answer: Answer): OneFileError {
	const { message } = ownWords(answer.body);
	const said = message ? `: ${message}` : '';
	const status = answer.status;
	const where = account.environment === 'custom' ? account.baseUrl : `the ${account.environment} environment`;
	const other = account.version === 'v2' ? 'v2.1' : 'v2';
	if (status === 404) {
		return new OneFileError(`There is no OneFile API ${account.version} at ${account.baseUrl} (HTTP 404)`, {
			status,
			refused: true,
			description: `Wrong environment or version: check 'Environment', or set 'API Version' to ${other}.`,
		});
	}
	if (status === 429) {
		return new OneFileError('OneFile has answered "too many calls" to the log-in again and again (HTTP 429)', {
			status,
			description: 'Other programs use up the account. Try again later.',
		});
	}
	if (status >= 500) {
		return new OneFileError(`OneFile could not log in just now${said} (HTTP ${status})`, {
			description: "The fault is on OneFile's side; try again later.",
		});
	}
	return new OneFileError(`OneFile refused the customer token${said} (HTTP ${status})`, {
		status,
		refused: true,
		description: `Tokens belong to one environment: check that this one was issued for ${where}, and that it was copied whole.`,
		field: 'Customer Token',
	});
}
