'use strict';

const { spawn } = require('node:child_process');

const { root } = require('./paths');

/**
 * Runs one program to its end and returns what it wrote to stdout.
 * Its output is kept back and shown only when it fails, so that a build that works stays quiet.
 */
function run(command, args, { what, env = {} }) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			// npm is a .cmd file on Windows, which Node starts only through the shell.
			shell: process.platform === 'win32' && command === 'npm',
		});
		const stdout = [];
		const everything = [];
		child.stdout.on('data', (chunk) => {
			stdout.push(chunk);
			everything.push(chunk);
		});
		child.stderr.on('data', (chunk) => everything.push(chunk));
		child.on('error', (error) => reject(new Error(`${what} could not be started: ${error.message}`)));
		child.on('close', (code) => {
			if (code === 0) resolve(Buffer.concat(stdout).toString());
			else reject(new Error(`${what} failed (exit ${code}):\n${Buffer.concat(everything).toString().trim()}`));
		});
	});
}

module.exports = { run };
