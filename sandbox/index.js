'use strict';

const { Answers } = require('./answers');
const { CallLog } = require('./call-log');
const { Clock } = require('./clock');
const { Control } = require('./control');
const { Faults } = require('./faults');
const { Lookup } = require('./lookup');
const { RateLimit } = require('./rate-limit');
const { Records } = require('./records');
const { SEED } = require('./seed');
const { buildServer } = require('./server');
const { Sessions } = require('./sessions');
const { Settings } = require('./settings');

/**
 * Starts a stand-in OneFile on loopback. Options: `port`, `host`, `customers` (more accounts, `{ token, name }`) and
 * every setting of settings.js, quirks included. docs/sandbox.md tells the rest.
 */
async function startSandbox({ port = 0, host = '127.0.0.1', customers = [], ...initialSettings } = {}) {
	const clock = new Clock();
	const settings = new Settings(initialSettings);
	const state = new Records(customers);
	const sandbox = {
		clock,
		settings,
		state,
		log: new CallLog(),
		limiter: new RateLimit(clock, settings),
		sessions: new Sessions(clock),
		faults: new Faults(),
		answers: new Answers(settings),
		lookup: new Lookup(state, settings),
		/** The moment that a record written now carries. */
		now() {
			const iso = clock.iso();
			return settings.quirks.lastModifiedPrecision === 'second' ? iso.replace(/\.\d+Z$/, '.000Z') : iso;
		},
	};
	sandbox.control = new Control(sandbox);

	const app = buildServer(sandbox);
	const url = await app.listen({ port, host });
	const { log, control } = sandbox;
	return {
		url,
		apiUrl: `${url}/api`,
		customerToken: SEED.customerToken,
		log,
		clock,
		settings,
		control,
		state,
		close: () => app.close(),
	};
}

module.exports = { startSandbox, SEED };
