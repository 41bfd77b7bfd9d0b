'use strict';

const { spawn } = require('node:child_process');

const onWindows = process.platform === 'win32';
const alive = new Set();
let isEnding = false;

/**
 * Starts a program in a process group of its own: Ctrl-C in the terminal then reaches only us,
 * and we end it, with whatever it started itself, by its id.
 */
function start(command, args, options = {}) {
	if (isEnding) throw new Error('Stopped on request');
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: !onWindows, ...options });
	alive.add(child);
	child.ended = new Promise((resolve) => {
		child.once('error', (error) => resolve({ error }));
		child.once('close', (code, signal) => resolve({ code, signal }));
	}).finally(() => alive.delete(child));
	return child;
}

/** Runs a program to its end and gives what it printed; `onLine` sees every line as it comes. */
async function run(command, args, { onLine = () => {}, ...options } = {}) {
	const child = start(command, args, options);
	const lines = [];
	let out = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8');
		stream.on('data', (text) => {
			if (stream === child.stdout) out += text;
			for (const line of text.split('\n').filter((piece) => piece.trim())) {
				lines.push(line);
				onLine(line);
			}
		});
	}
	const { code, signal, error } = await child.ended;
	if (error) throw new Error(`Could not start "${command}": ${error.message}`);
	if (code !== 0) {
		const failure = new Error(
			`"${[command, ...args].join(' ')}" ended with ${signal ?? code}:\n${lines.slice(-15).join('\n')}`,
		);
		failure.output = lines.join('\n');
		throw failure;
	}
	return out;
}

function signalGroup(child, signal) {
	try {
		if (onWindows) child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// It is gone already, which is what we want.
	}
}

/** Asks the child itself to end, and after `patienceMs` ends everything that is left of its group. */
async function stop(child, patienceMs = 10_000) {
	if (!alive.has(child) || child.pid === undefined) return;
	child.kill('SIGTERM');
	const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
	await child.ended;
	clearTimeout(timer);
	signalGroup(child, 'SIGKILL');
}

/** For the end of the whole program: nothing that still waits for its turn is started any more. */
async function stopAll() {
	isEnding = true;
	// A compiler deep down in an install does not hear of a signal to the program that started it.
	for (const child of alive) signalGroup(child, 'SIGTERM');
	await Promise.all([...alive].map((child) => stop(child, 3000)));
}

/** npm as the very program that runs us where possible, so that no shell and no `npm.cmd` is needed. */
function npm(args, options) {
	const cli = process.env.npm_execpath;
	return cli?.endsWith('.js')
		? run(process.execPath, [cli, ...args], options)
		: run('npm', args, { shell: onWindows, ...options });
}

module.exports = { start, run, stop, stopAll, npm };
