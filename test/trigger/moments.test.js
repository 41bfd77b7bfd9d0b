'use strict';

const { earliest } = require('../../dist/nodes/OneFileTrigger/moments');

const NOON = Date.UTC(2026, 6, 1, 12);

test.each([
	['2026-07-01T12:00:00.000Z', NOON],
	['2026-07-01T12:00:00+00:00', NOON],
	['2026-07-01T13:00:00+01:00', NOON],
	['2026-07-01T13:00:00', NOON, "may be London's summer time"],
	['2026-07-01T13:00:00.123', NOON + 123, "may be London's summer time"],
	['2026-07-01', Date.UTC(2026, 5, 30, 23), 'from its first moment on'],
	['', undefined],
	['soon', undefined],
	[null, undefined],
	[undefined, undefined],
])('the earliest that %p can mean', (text, moment) => {
	expect(earliest(text)).toBe(moment);
});
