'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

const children = require('./children');
const { n8nEnvironment } = require('./environment');
const places = require('./places');
const { freePort } = require('./ports');

const PATIENCE_MS = 180_000;

/**
 * Starts n8n on loopback and resolves when its interface answers. `data` is its home; the log lies in it too. `flags` are
 * for Node.
 */
async function startN8n({ n8n, data, port, flags = [] }) {
	fs.mkdirSync(data, { recursive: true });
	const cache = keepCacheAside(data);
	const logFile = path.join(data, 'n8n.log');
	const outsideLog = path.join(data, 'outside-calls.log');
	fs.writeFileSync(outsideLog, '');

	const chosen = port ?? (await freePort());
	const env = n8nEnvironment({
		node: n8n.node,
		data,
		port: chosen,
		brokerPort: await freePort(),
		outsideLog,
	});
	const log = fs.openSync(logFile, 'w');
	// The examples name their files relative to the checkout, so that no path of a machine is in them.
	const child = children.start(n8n.node, [...flags, n8n.bin, 'start'], {
		cwd: places.root,
		env,
		stdio: ['ignore', log, log],
	});
	fs.closeSync(log);

	const url = `http://127.0.0.1:${chosen}`;
	await untilAnswering(url, child, logFile);
	return {
		url,
		pid: child.pid,
		ended: child.ended,
		outsideCalls: () => fs.readFileSync(outsideLog, 'utf8').split('\n').filter(Boolean),
		stop: async () => {
			await children.stop(child);
			fs.rmSync(cache, { recursive: true, force: true });
		},
	};
}

/**
 * n8n writes its whole editor into `.cache` of its home at each start, hundreds of scripts. ESLint looks into every folder
 * but node_modules, and n8n's strict mode allows no ignore list: with the cache in plain sight linting takes 20 times as
 * long.
 */
function keepCacheAside(data) {
	const link = path.join(data, '.cache');
	const aside = path.join(places.n8n, 'node_modules', '.cache', path.basename(data));
	fs.mkdirSync(aside, { recursive: true });
	if (!fs.lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) {
		fs.rmSync(link, { recursive: true, force: true });
		fs.symlinkSync(aside, link, 'junction');
	}
	return aside;
}

/** n8n's health check is green before its interface is ready, hence the settings that the editor itself asks for. */
async function untilAnswering(url, child, logFile) {
	let ended;
	child.ended.then((end) => (ended = end));
	const deadline = Date.now() + PATIENCE_MS;
	while (Date.now() < deadline) {
		if (ended) break;
		const settings = await fetch(`${url}/rest/settings`)
			.then((answer) => answer.json())
			.catch(() => undefined);
		if (settings?.data) return;
		await pause(100);
	}
	await children.stop(child);
	const last = fs.readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n');
	throw new Error(
		`n8n ${ended ? 'ended while it started' : 'did not answer in time'}. The end of ${logFile}:\n${last}`,
	);
}

module.exports = { startN8n };
