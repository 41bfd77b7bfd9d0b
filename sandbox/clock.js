'use strict';

/** Real time plus an offset that tests move. Fractions of a millisecond matter to the rate limit. */
class Clock {
	offset = 0;

	now() {
		return performance.timeOrigin + performance.now() + this.offset;
	}

	iso() {
		return new Date(this.now()).toISOString();
	}

	advance(ms) {
		this.offset += ms;
	}

	reset() {
		this.offset = 0;
	}
}

module.exports = { Clock };
