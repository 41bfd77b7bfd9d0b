'use strict';

const fs = require('node:fs');

/** What a process takes of the machine's memory, from Linux' own books; undefined on other systems. */
function memoryOf(pid) {
	const books = `/proc/${pid}`;
	if (!fs.existsSync(`${books}/clear_refs`)) return undefined;
	const read = (entry) => {
		const status = fs.readFileSync(`${books}/status`, 'utf8');
		return Number(new RegExp(`^${entry}:\\s+(\\d+) kB`, 'm').exec(status)[1]) / 1024;
	};
	return {
		/** Megabytes now. */
		now: () => read('VmRSS'),
		/** Most megabytes at any time since `forgetPeak`. */
		peak: () => read('VmHWM'),
		forgetPeak: () => fs.writeFileSync(`${books}/clear_refs`, '5'),
	};
}

module.exports = { memoryOf };
