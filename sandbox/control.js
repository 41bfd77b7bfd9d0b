'use strict';

/** What tests do to the service from outside it; the same functions are served under /_sandbox. */
class Control {
	constructor(sandbox) {
		this.sandbox = sandbox;
	}

	reset() {
		const { state, log, settings, faults, sessions, limiter, clock } = this.sandbox;
		settings.reset();
		state.reset();
		log.clear();
		faults.set([]);
		sessions.revokeAll();
		limiter.clear();
		clock.reset();
	}

	clearLog() {
		this.sandbox.log.clear();
	}

	advanceClock(advanceMs) {
		this.sandbox.clock.advance(advanceMs);
	}

	revokeSessions() {
		this.sandbox.sessions.revokeAll();
	}

	changeSettings(settings) {
		this.sandbox.settings.change(settings);
		return this.sandbox.settings.shown();
	}

	faults(orders) {
		this.sandbox.faults.set(orders);
	}

	stats() {
		return this.sandbox.log.stats(this.sandbox.settings.windowMs);
	}

	/** Records by any of their fields, compared as text: `records('users', { misId: 'L0001' })`. */
	records(table, filters = {}) {
		const records = this.sandbox.state[table];
		if (typeof records?.where !== 'function') {
			throw new Error(`The sandbox keeps no records called "${table}"`);
		}
		const wanted = Object.entries(filters).map(([key, value]) => [
			key.toLowerCase(),
			String(value).toLowerCase(),
		]);
		const fits = (record) =>
			wanted.every(([key, value]) => {
				const name = Object.keys(record).find((one) => one.toLowerCase() === key);
				return String(record[name] ?? '').toLowerCase() === value;
			});
		return records.where(fits);
	}

	/** Something happens inside OneFile, such as progress: LastModified of the person moves as it would there. */
	changeRecord(table, id, fields) {
		const { state, settings } = this.sandbox;
		const record = state[table]?.get(Number(id)) ?? state[table]?.get(id);
		if (!record) throw new Error(`The sandbox has no ${id} among its ${table}`);
		const person = table === 'users' ? record : state.users.get(record.UserID ?? record.LearnerID);
		const isOnlyProgress = Object.keys(fields).every((name) => name === 'Progress');
		if (person && (!isOnlyProgress || settings.quirks.progressTouchesUser)) {
			person.LastModified = this.sandbox.now();
		}
		return Object.assign(record, fields);
	}

	changeUser(id, fields) {
		return this.changeRecord('users', id, fields);
	}
}

module.exports = { Control };
