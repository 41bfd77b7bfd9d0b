'use strict';

const { randomBytes } = require('node:crypto');

const LIFE_MS = 24 * 60 * 60 * 1000;

// Sessions seen years apart start with the same characters, so nothing may be keyed on a prefix or show one.
const PREFIX = Buffer.from('every session of the sandbox begins like this').toString('base64');

/** Sessions live 24 hours (SEED, A-AUTH); a new login leaves earlier ones alive (C-TOOLS); they serve both versions. */
class Sessions {
	#sessions = new Map();

	constructor(clock) {
		this.clock = clock;
	}

	open(customer) {
		const text = PREFIX + randomBytes(181).toString('base64');
		this.#sessions.set(text, { customer, expiresAt: this.clock.now() + LIFE_MS, isRevoked: false });
		return text;
	}

	/** `{ customer, fault }`: fault says why the session cannot be used, in the words of the older error catalogue. */
	check(text) {
		if (!text) return { fault: 'noSession' };
		const session = this.#sessions.get(text);
		if (!session) return { fault: 'invalidSession' };
		const { customer, isRevoked, expiresAt } = session;
		if (isRevoked) return { customer, fault: 'invalidSession' };
		return { customer, fault: this.clock.now() >= expiresAt ? 'expiredSession' : null };
	}

	revokeAll() {
		for (const session of this.#sessions.values()) session.isRevoked = true;
	}
}

module.exports = { Sessions };
