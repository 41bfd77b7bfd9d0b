'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

const { during } = require('./progress');

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

function take(file) {
	try {
		fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
	}
	const holder = Number(fs.readFileSync(file, 'utf8'));
	// An interrupted run leaves its lock behind; its number is nobody's by now.
	if (!isAlive(holder)) fs.rmSync(file, { force: true });
	return false;
}

/** `npm start` and `npm test` may run at once; only one of them may work on the shared folder. */
async function alone(file, work) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	const wait = async () => {
		while (!take(file)) await pause(250);
	};
	if (!take(file) && !take(file))
		await during('Waiting for another run of this checkout to finish its install', wait);
	try {
		return await work();
	} finally {
		fs.rmSync(file, { force: true });
	}
}

module.exports = { alone, isAlive };
