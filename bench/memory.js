'use strict';

const fs = require('node:fs');
const { setTimeout: pause } = require('node:timers/promises');
const v8 = require('node:v8');
const vm = require('node:vm');

const NOTE_EACH_MS = 3000;

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

/**
 * For a program that is to be measured: every few seconds it clears away what nobody uses any more and notes the megabytes
 * that are left in its heap. Linux' own books also count what V8 has not cleared away yet, and on a machine with much
 * memory that is most of it.
 */
function noteInUse(file) {
	v8.setFlagsFromString('--expose-gc');
	const clearAway = vm.runInNewContext('gc');
	setInterval(() => {
		clearAway();
		const { heapUsed, external } = process.memoryUsage();
		fs.appendFileSync(file, `${(heapUsed + external) / 2 ** 20}\n`);
	}, NOTE_EACH_MS).unref();
}

/** The notes of such a program; `next` waits for one that is made from now on. */
function notesIn(file) {
	const read = () =>
		fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number) : [];
	return {
		read,
		next: async () => {
			const known = read().length;
			while (read().length <= known) await pause(100);
			return read().at(-1);
		},
	};
}

module.exports = { memoryOf, noteInUse, notesIn };
