'use strict';

const { QUIRKS, defaultQuirks } = require('./quirks');

const RETRY_AFTER = ['none', 'seconds', 'date'];

/** The strict published values: 100 calls a minute (SEED), nothing documented about Retry-After or page sizes. */
const DEFAULTS = {
	limit: 100,
	windowMs: 60_000,
	rejectedCount: false,
	retryAfter: 'none',
	latencyMs: 0,
	jitterMs: 0,
	maxPageSize: 500,
	unpagedMaximum: null,
	versions: ['v2', 'v2.1'],
};

/** What can be switched while the sandbox runs; `reset` goes back to what it was started with. */
class Settings {
	constructor(initial = {}) {
		this.initial = initial;
		this.reset();
	}

	reset() {
		Object.assign(this, DEFAULTS, { quirks: defaultQuirks() });
		this.change(this.initial);
	}

	/** All or nothing: a misspelt name would otherwise leave a test green for the wrong reason. */
	change({ quirks = {}, ...rest }) {
		for (const [name, value] of Object.entries(rest)) {
			if (!(name in DEFAULTS)) {
				throw new Error(`The sandbox has no setting "${name}"; it has ${Object.keys(DEFAULTS).join(', ')}`);
			}
			if (name === 'retryAfter' && !RETRY_AFTER.includes(value)) {
				throw new Error(`retryAfter is one of ${RETRY_AFTER.join(', ')}`);
			}
		}
		for (const [name, value] of Object.entries(quirks)) {
			if (!QUIRKS[name]) {
				throw new Error(`The sandbox has no quirk "${name}"; it has ${Object.keys(QUIRKS).join(', ')}`);
			}
			if (!QUIRKS[name].values.includes(value)) {
				throw new Error(`The quirk "${name}" is one of ${QUIRKS[name].values.join(', ')}`);
			}
		}
		Object.assign(this, rest);
		Object.assign(this.quirks, quirks);
	}

	shown() {
		const { initial, ...shown } = this;
		return shown;
	}
}

module.exports = { Settings };
