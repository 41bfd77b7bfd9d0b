'use strict';

const fs = require('node:fs');

const { isAlive } = require('./lock');
const places = require('./places');

/** Says which `npm start` of this checkout is running, if one is: two would fight over n8n's data. */
async function alreadyRunning() {
	if (!fs.existsSync(places.running)) return undefined;
	const { pid, n8nPid, url } = JSON.parse(fs.readFileSync(places.running, 'utf8'));
	if (!isAlive(pid) && !isAlive(n8nPid)) return undefined;
	// A number alone may be another program's by now; an n8n that answers at the noted address is ours.
	const answers = await fetch(`${url}/rest/settings`).then(
		(answer) => answer.ok,
		() => false,
	);
	if (!answers) return undefined;
	const whoRuns = isAlive(pid)
		? `An "npm start" of this checkout is running already (process ${pid})`
		: `The n8n of an earlier "npm start" is still running (process ${n8nPid})`;
	return `${whoRuns}. Its editor is at ${url}. Press Ctrl-C where it runs, or end it with: kill ${isAlive(pid) ? pid : n8nPid}`;
}

function noteRunning({ n8nPid, url }) {
	fs.writeFileSync(places.running, JSON.stringify({ pid: process.pid, n8nPid, url }));
}

function noteStopped() {
	fs.rmSync(places.running, { force: true });
}

module.exports = { alreadyRunning, noteRunning, noteStopped };
