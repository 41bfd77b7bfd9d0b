import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { readAccount, type Account } from './account';
import type { OneFileError } from './errors';
import { exchangeToken } from './login';
import { throttleOf, type Place, type Urgency } from './throttle';

/** A session lives 24 hours (source: "Using the OneFile API", Token expiry); it is renewed an hour before. */
const RENEW_AFTER_MS = 23 * 3_600_000;
/** After a refused token no other log-in is tried for so long: a wrong token must not hammer OneFile. */
const REFUSAL_HOLDS_MS = 30_000;
/** So long a refusal that a new session did not cure counts as a missing permission. */
const PROOF_HOLDS_MS = 600_000;

/** What the credential keeps between executions. n8n stores it, encrypted, with the credential. */
export interface StoredSession extends IDataObject {
	sessionToken: string;
	/** Milliseconds since 1970. */
	sessionIssuedAt: number;
	/** Which base URL and customer token it belongs to (hashed), so that a changed credential never reuses it. */
	sessionFor: string;
	/** Name of the OneFile customer, to show in the credential. */
	customerName: string;
}

interface SessionState {
	current?: StoredSession;
	login?: Promise<StoredSession>;
	refusal?: { at: number; error: OneFileError };
	/** The session that OneFile has rejected, to be replaced before its time. */
	rejected?: string;
	/** A session that was new when OneFile refused a call: the refusal was about that call. */
	proven?: { sessionToken: string; at: number };
}

const states = new Map<string, SessionState>();

function stateOf(account: Account): SessionState {
	let state = states.get(account.sessionKey);
	if (!state) states.set(account.sessionKey, (state = {}));
	return state;
}

/** What the transport knows about a request on its way through n8n, and what it wants to learn from it. */
export interface Ticket {
	urgency: Urgency;
	/** Called when the request starts and stops waiting for its place. */
	onWait?: (waiting: boolean) => void;
	/** Filled in when the request goes out. */
	place?: Place;
	sessionToken?: string;
}

const tickets = new WeakMap<object, Ticket>();

/** Attaches a ticket to the request options that n8n will hand to `authorise`. */
export function attachTicket(options: IHttpRequestOptions, ticket: Ticket): void {
	tickets.set(options, ticket);
}

function isGood(session: StoredSession | undefined, account: Account): session is StoredSession {
	return (
		session !== undefined &&
		session.sessionToken !== '' &&
		session.sessionFor === account.sessionKey &&
		Date.now() - session.sessionIssuedAt < RENEW_AFTER_MS &&
		stateOf(account).rejected !== session.sessionToken
	);
}

/** The newest good session: of this process, or stored by another one. */
function goodSession(stored: StoredSession, account: Account): StoredSession | undefined {
	const state = stateOf(account);
	if (isGood(stored, account) && stored.sessionIssuedAt > (state.current?.sessionIssuedAt ?? 0)) state.current = stored;
	return isGood(state.current, account) ? state.current : undefined;
}

function storedSession(credentials: ICredentialDataDecryptedObject): StoredSession {
	return {
		sessionToken: String(credentials.sessionToken ?? ''),
		sessionIssuedAt: Number(credentials.sessionIssuedAt ?? 0),
		sessionFor: String(credentials.sessionFor ?? ''),
		customerName: String(credentials.customerName ?? ''),
	};
}

/**
 * n8n's `preAuthentication`: a session for this credential, by log-in unless another item has just made one.
 * However many items ask at once, one log-in goes out.
 *
 * @throws OneFileError when the token is refused, the address is wrong or OneFile cannot be reached
 */
export async function logIn(
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<StoredSession> {
	const account = readAccount(credentials);
	const state = stateOf(account);
	if (state.login) return await state.login;
	const stored = storedSession(credentials);
	const good = goodSession(stored, account);
	// n8n asks although the stored session is good only when somebody presses Test: then log in for real.
	if (good && good.sessionToken !== stored.sessionToken) return good;
	if (state.refusal && Date.now() - state.refusal.at < REFUSAL_HOLDS_MS) throw state.refusal.error;
	const knownName = stored.sessionFor === account.sessionKey ? stored.customerName : '';
	state.login = exchangeToken(helpers, account, knownName).then((made) => ({
		...made,
		sessionIssuedAt: Date.now(),
		sessionFor: account.sessionKey,
	}));
	const { session, error } = await state.login.then(
		(made) => ({ session: made, error: undefined }),
		(failure: OneFileError) => ({ session: undefined, error: failure }),
	);
	state.login = undefined;
	state.refusal = error?.facts.refused ? { at: Date.now(), error } : undefined;
	if (error) throw error;
	state.current = session;
	return session;
}

/**
 * n8n's `authenticate`, called for each request before it goes out, n8n's own repetitions included: so this is where a
 * request waits for its place in the throttle, and then takes the newest session.
 *
 * @throws an error with `response.status` 401 when there is no good session: n8n then calls `logIn` and comes back
 */
export async function authorise(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const account = readAccount(credentials);
	const stored = storedSession(credentials);
	if (!goodSession(stored, account)) throw sessionNeeded();
	const ticket = tickets.get(options) ?? { urgency: urgencyOf(options) };
	ticket.onWait?.(true);
	ticket.place = await throttleOf(account)
		.acquire(ticket.urgency, options.abortSignal as AbortSignal | undefined)
		.finally(() => ticket.onWait?.(false));
	// While this request waited, another one may have found the session dead and renewed it.
	const session = goodSession(stored, account);
	if (!session) throw sessionNeeded();
	ticket.sessionToken = session.sessionToken;
	options.headers = { ...options.headers, 'X-TokenID': session.sessionToken };
	return options;
}

/** Requests of n8n itself: the credential's test asks for the customer; all else comes from the HTTP Request node. */
function urgencyOf(options: IHttpRequestOptions): Urgency {
	return /\/Customer$/i.test(options.url) ? 'editor' : 'list';
}

/**
 * OneFile refused a call that was made with this session (401, 403 or a session code): the next request renews it.
 *
 * @returns false when the session is known to be good, so that the refusal is about the call itself
 */
export function rejectSession(account: Account, sessionToken: string): boolean {
	const state = stateOf(account);
	const { proven } = state;
	if (proven?.sessionToken === sessionToken && Date.now() - proven.at < PROOF_HOLDS_MS) return false;
	state.rejected = sessionToken;
	return true;
}

/** A call was refused with a session made for it: renewing again would change nothing. */
export function proveSession(account: Account, sessionToken: string): void {
	stateOf(account).proven = { sessionToken, at: Date.now() };
}

/** n8n repeats a request after a 401, and logs in before it does. Undocumented, but so since 2022; a test pins it. */
function sessionNeeded(): Error {
	return Object.assign(new Error('The OneFile session has to be renewed'), { response: { status: 401 } });
}
