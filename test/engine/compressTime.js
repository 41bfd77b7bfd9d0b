'use strict';

const { limits } = require('../../dist/nodes/OneFile/transport/limits');
const retry = require('../../dist/nodes/OneFile/transport/retry');

/**
 * For all tests of a file: the minute of the rate limit lasts `windowMs`, and what waits between two tries of a call does
 * not wait. Everything is measured in windows, so nothing else changes.
 */
function compressTime(windowMs = 300) {
	beforeEach(() => {
		jest.replaceProperty(limits, 'windowMs', windowMs);
		jest.spyOn(retry, 'backoffMs').mockReturnValue(1);
	});
	afterEach(() => jest.restoreAllMocks());
}

module.exports = { compressTime };
