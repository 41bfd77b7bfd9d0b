'use strict';

const { limits } = require('../../dist/nodes/OneFile/transport/limits');
const retry = require('../../dist/nodes/OneFile/transport/retry');

/** What the product's margins come to, in milliseconds. They are for travel times and timers, which do not shrink with the minute. */
const MARGIN_MS = limits.windowMs * limits.margin;
const TRAVEL_MS = limits.windowMs * limits.travel;

/** For all tests of a file: the minute of the rate limit lasts `windowMs`, and nothing waits between two tries of a call. */
function compressTime(windowMs = 300) {
	beforeEach(() => {
		jest.replaceProperty(limits, 'windowMs', windowMs);
		jest.replaceProperty(limits, 'margin', MARGIN_MS / windowMs);
		jest.replaceProperty(limits, 'travel', TRAVEL_MS / windowMs);
		jest.spyOn(retry, 'backoffMs').mockReturnValue(1);
	});
	afterEach(() => jest.restoreAllMocks());
}

module.exports = { compressTime };
