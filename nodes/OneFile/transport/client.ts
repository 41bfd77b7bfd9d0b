import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { readAccount, type Account } from './account';
import { OneFileError, doubtsSession, refusal, type Answer } from './errors';
import { brokenConnection, neverSent, ownError, toAnswer, unreachable, type Outcome } from './http';
import { MAX_TRIES, backoffMs, isTransient, pause, retryAfterMs } from './retry';
import { attachTicket, proveSession, rejectSession, type Ticket } from './session';
import { shared } from './sharedReads';
import { throttleOf, type Urgency } from './throttle';

/** Where n8n lets a node make requests. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** A call may be refused with 429 again and again while others use the account up; then it is given up. */
const MAX_REFUSALS = 30;
const TIMEOUT_MS = 120_000;

/** What the calls of one execution came to. */
export interface Tally {
	calls: number;
	/** Calls answered 429. */
	refused: number;
	/** Milliseconds during which at least one call waited for its place. */
	heldMs: number;
}

/**
 * The only way out to OneFile. Every call waits its turn in the account's throttle, has a session, and is repeated when
 * that is safe: reads on 429, 502, 503, 504 and broken connections; writes only when OneFile provably did not process them.
 */
export class OneFileClient {
	readonly tally: Tally = { calls: 0, refused: 0, heldMs: 0 };
	private waiting = 0;
	private heldSince = 0;

	private constructor(
		private readonly caller: Caller,
		readonly account: Account,
		private readonly urgency: Urgency,
	) {}

	/** @throws OneFileError when the credential cannot be used */
	static async open(caller: Caller, urgency: Urgency): Promise<OneFileClient> {
		const client = new OneFileClient(caller, readAccount(await caller.getCredentials('oneFileApi')), urgency);
		if (urgency === 'editor') client.throttle.editorUsed();
		return client;
	}

	get throttle() {
		return throttleOf(this.account);
	}

	/**
	 * A call that changes nothing at OneFile. The same read under way already is shared rather than sent twice.
	 *
	 * @param wanted what is asked, to follow "OneFile did not": "list the classrooms"
	 * @returns the answer, status 2xx or (for the caller to judge) 404
	 * @throws OneFileError
	 */
	async read(method: 'GET' | 'POST', path: string, body: IDataObject | undefined, wanted: string): Promise<Answer> {
		// Of its own urgency: somebody at the editor is not to wait for a read that queues behind a list.
		const key = JSON.stringify([this.account.sessionKey, this.urgency, method, path, body ?? null]);
		const answer = await shared(key, this.signal(), async () => await this.send(method, path, body, wanted, true));
		if (isFine(answer) || answer.status === 404) return answer;
		throw refusal(answer, wanted);
	}

	/**
	 * A call that changes something at OneFile. All of OneFile's writes are POST.
	 *
	 * @param wanted what is asked, to follow "OneFile did not": "create the learner"
	 * @throws OneFileError, with `facts.ambiguous` when OneFile may have done it all the same
	 */
	async write(path: string, body: IDataObject, wanted: string): Promise<Answer> {
		const answer = await this.send('POST', path, body, wanted, false);
		if (isFine(answer)) return answer;
		throw refusal(answer, wanted);
	}

	/** Whether the execution was stopped. */
	private readonly cancelled = (): boolean => this.signal()?.aborted === true;

	private signal(): AbortSignal | undefined {
		return 'getExecutionCancelSignal' in this.caller ? this.caller.getExecutionCancelSignal() : undefined;
	}

	private async send(
		method: 'GET' | 'POST',
		path: string,
		body: IDataObject | undefined,
		wanted: string,
		repeatable: boolean,
	): Promise<Answer> {
		let tries = 0;
		let refusals = 0;
		let renewals = 0;
		for (;;) {
			const ticket: Ticket = { urgency: this.urgency, onWait: (waiting) => this.hold(waiting) };
			const { answer, failure } = await this.attempt(method, path, body, ticket);
			if (answer?.status === 429) {
				this.tally.refused++;
				if (ticket.place) this.throttle.refused(ticket.place, retryAfterMs(answer.headers));
				if (++refusals >= MAX_REFUSALS) throw refusal(answer, wanted);
				continue;
			}
			if (failure && this.outlastsLogin(failure) && ++refusals < MAX_REFUSALS) continue;
			if (answer && doubtsSession(answer) && ticket.sessionToken) {
				// A 403 can be a dead session or a missing permission: trying once with a new session shows which it is.
				if (renewals++ > 0) proveSession(this.account, ticket.sessionToken);
				else if (rejectSession(this.account, ticket.sessionToken)) continue;
			}
			tries++;
			const again = tries < MAX_TRIES && !this.cancelled();
			if (answer && !(repeatable && isTransient(answer.status) && again)) return answer;
			if (failure) this.judge(failure, wanted, repeatable && again, again);
			await pause(backoffMs(tries), this.cancelled);
		}
	}

	/** Others left no place for the log-in: a list tries again, somebody at the editor is told. */
	private outlastsLogin(failure: Error): boolean {
		return this.urgency === 'list' && !this.cancelled() && ownError(failure)?.facts.status === 429;
	}

	/** Returns if the failed request may be repeated; throws what it means otherwise. */
	private judge(failure: Error, wanted: string, repeatable: boolean, again: boolean): void {
		if (this.cancelled()) throw new OneFileError('The execution was stopped', { cancelled: true });
		const own = ownError(failure);
		if (own) throw own;
		if (again && neverSent(failure)) return;
		if (repeatable && brokenConnection(failure)) return;
		const { message, facts } = unreachable(this.account.baseUrl, failure);
		if (!facts.ambiguous) throw new OneFileError(message, facts);
		throw new OneFileError(`OneFile gave no answer when asked to ${wanted}`, { ...facts, description: message });
	}

	private async attempt(
		method: 'GET' | 'POST',
		path: string,
		body: IDataObject | undefined,
		ticket: Ticket,
	): Promise<Outcome> {
		const options: IHttpRequestOptions = {
			method,
			url: `${this.account.baseUrl}${path}`,
			body,
			json: true,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		};
		attachTicket(options, ticket);
		const outcome = await toAnswer(
			this.caller.helpers.httpRequestWithAuthentication.call(this.caller, 'oneFileApi', options),
		);
		if (ticket.place) this.tally.calls++;
		if (ticket.place && outcome.answer) this.throttle.answered(ticket.place);
		return outcome;
	}

	/** Adds up how long the limit held this execution, however many of its calls waited at once. */
	private hold(waiting: boolean): void {
		if (waiting && this.waiting++ === 0) this.heldSince = Date.now();
		if (!waiting && --this.waiting === 0) this.tally.heldMs += Date.now() - this.heldSince;
	}
}

function isFine(answer: Answer): boolean {
	return answer.status >= 200 && answer.status < 300;
}
