'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const MINUTE_MS = 60_000;

/**
 * In this process the minute of the package's rate limit lasts `windowMs`: its settings are changed as soon as n8n loads
 * them. The time of travel stays what it is in milliseconds, because calls do not arrive sooner in a shorter minute. The
 * package itself stays as it is packed.
 */
function shortenMinute(windowMs) {
	const load = Module._load;
	Module._load = function (request, ...rest) {
		const loaded = load.call(this, request, ...rest);
		if (request === './limits' && loaded.limits?.windowMs === MINUTE_MS) {
			loaded.limits.windowMs = windowMs;
			loaded.limits.travel *= MINUTE_MS / windowMs;
		}
		return loaded;
	};
}

/** A program that is n8n with a shorter minute, as a file: n8n's own environment is left as `npm start` makes it. */
function writeProgram(folder, bin, windowMs) {
	fs.mkdirSync(folder, { recursive: true });
	const file = path.join(folder, 'n8n-shorter-minute.cjs');
	const lines = [
		`require(${JSON.stringify(__filename)}).shortenMinute(${windowMs});`,
		`require(${JSON.stringify(bin)});`,
	];
	fs.writeFileSync(file, lines.join('\n'));
	return file;
}

module.exports = { shortenMinute, writeProgram };
