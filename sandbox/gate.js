'use strict';

const { setTimeout: wait } = require('node:timers/promises');
const { CODES, HTML_PAGE, Refusal } = require('./errors');

const API_PATH = /^\/api\/([^/?]+)(\/[^?]*)?/i;
const LOGIN = /^\/authentication\/?$/i;
const SESSION_FAULTS = {
	noSession: 'No session.',
	invalidSession: 'Invalid session.',
	expiredSession: 'The session has expired.',
};

/** What every call passes before it is worked on: arrival, log, rate limit, faults, session, latency. In this order. */
class Gate {
	constructor(sandbox) {
		this.sandbox = sandbox;
	}

	async enter(request, reply) {
		const { settings, clock, log, answers } = this.sandbox;
		reply.header('date', new Date(clock.now()).toUTCString());
		const [, version, path = '/'] = API_PATH.exec(request.url) ?? [];
		if (!version) return undefined;
		if (settings.jitterMs) await wait(Math.random() * settings.jitterMs, undefined, { ref: false });

		request.version = version.toLowerCase();
		this.#identify(request, path);
		const text = request.headers['x-tokenid'];
		request.call = log.open({
			at: clock.now(),
			method: request.method,
			path,
			version: request.version,
			session: text ? text.slice(-6) : null,
			customer: request.customer?.ID ?? null,
		});
		reply.raw.once('close', () => log.close());

		if (!settings.versions.includes(request.version)) return answers.html(reply, 404);
		const account =
			settings.quirks.limitScope === 'session' && text ? text : (request.customer?.ID ?? 'unknown');
		const waitMs = this.sandbox.limiter.take(account);
		if (waitMs !== null) return this.#tooMany(request, reply, waitMs);

		const fault = this.sandbox.faults.meet(request.call);
		if (fault && fault.do !== 'drop-after') return this.#trouble(request, reply, fault);
		request.fault = fault;

		if (!LOGIN.test(path) && request.sessionFault) return this.#turnAway(reply, request.sessionFault);
		if (settings.latencyMs) await wait(settings.latencyMs, undefined, { ref: false });
		return undefined;
	}

	/** The status is noted before the answer leaves, so that a test never reads the log too early. */
	leave(request, reply) {
		if (!request.call) return;
		request.call.ms = Math.round(this.sandbox.clock.now() - request.call.at);
		request.call.status = request.fault ? 0 : reply.statusCode;
		if (request.fault) request.raw.socket.destroy();
	}

	/** The account that a call counts for. A dead session still tells whose it was. */
	#identify(request, path) {
		if (LOGIN.test(path)) {
			const token = request.headers['x-customertoken'];
			[request.customer] = token
				? this.sandbox.state.customers.where((customer) => customer.token === token)
				: [];
			return;
		}
		const { customer, fault } = this.sandbox.sessions.check(request.headers['x-tokenid']);
		request.customer = customer;
		request.sessionFault = fault;
	}

	/** Neither the body nor the headers of a 429 are documented; by default there is only the text of A-RATE. */
	#tooMany(request, reply, waitMs) {
		const { retryAfter, quirks } = this.sandbox.settings;
		request.call.isLimited = true;
		if (retryAfter === 'seconds') reply.header('retry-after', String(Math.ceil(waitMs / 1000)));
		if (retryAfter === 'date') {
			const free = Math.ceil((this.sandbox.clock.now() + waitMs) / 1000) * 1000;
			reply.header('retry-after', new Date(free).toUTCString());
		}
		if (quirks.limitBody === 'html') return this.sandbox.answers.html(reply, 429);
		if (quirks.limitBody === 'empty') return reply.code(429).send();
		if (quirks.limitBody === 'json') {
			return reply.code(429).send({ code: CODES.other, message: 'Too Many Requests' });
		}
		return reply.code(429).type('text/plain; charset=utf-8').send('Too Many Requests');
	}

	async #trouble(request, reply, { do: kind, status, body, headers = {} }) {
		if (kind === 'hang') return new Promise(() => {});
		if (kind === 'drop-before') {
			request.call.status = 0;
			reply.hijack();
			request.raw.socket.destroy();
			return reply;
		}
		reply.code(status ?? (kind === 'html' ? 200 : 503)).headers(headers);
		if (kind === 'html') return reply.type('text/html; charset=utf-8').send(body ?? HTML_PAGE);
		return reply.send(body);
	}

	/** Whether a dead session is a 401, a 403 or a code is not established (A-AUTH: "will fail authentication"). */
	#turnAway(reply, fault) {
		const { badSession } = this.sandbox.settings.quirks;
		const status = badSession === 'code' ? 400 : badSession;
		return this.sandbox.answers.refused(reply, new Refusal(SESSION_FAULTS[fault], CODES[fault], status));
	}
}

module.exports = { Gate };
