'use strict';

const fs = require('node:fs');
const path = require('node:path');

const { parse } = require('csv-parse/sync');

const children = require('./children');
const { ensureN8n } = require('./install');
const { onboard, WORKFLOW } = require('./onboarding');
const { owner } = require('./owner');
const { describePace } = require('./pace');
const { packPackage } = require('./package');
const places = require('./places');
const { portFrom } = require('./ports');
const { during, say } = require('./progress');
const { alreadyRunning, noteRunning, noteStopped } = require('./running');
const { startStack } = require('./stack');
const { countCalls, renderRows, summarise } = require('./table');

const EDITOR_PORT = 5678;
const SANDBOX_PORT = 4010;
const LIST = 'examples/learners.csv';

const rowsOf = (list) =>
	parse(fs.readFileSync(path.join(places.root, list)), { columns: true, bom: true }).length;

/** Resolves with the name of the signal that asks us to end. */
function untilStopped() {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(signal));
	});
}

/** Shows the whole thing working, and keeps it open. Gives the exit code. */
async function demonstrate({ once = false, port }) {
	const running = await alreadyRunning();
	if (running) {
		say(running);
		return 1;
	}
	const stopped = untilStopped();
	let stack;
	const work = async () => {
		stack = await prepare(port);
		noteRunning({ n8nPid: stack.server.pid, url: stack.server.url });
		return await showOnboarding(stack);
	};
	try {
		const first = await Promise.race([work(), stopped]);
		if (typeof first === 'string') return 130;
		if (once) return first.allAsTheyShould ? 0 : 1;
		sayWhereItIs(stack);
		return await Promise.race([stopped.then(() => 0), stack.server.ended.then(() => 1)]);
	} finally {
		say('\nStopping n8n and the sandbox');
		await stack?.stop();
		await children.stopAll();
		noteStopped();
	}
}

async function prepare(port) {
	const packed = await packPackage();
	const n8n = await ensureN8n();
	const stack = await startStack({
		n8n,
		packed,
		data: places.data,
		n8nPort: await portFrom(port ?? EDITOR_PORT),
		sandboxPort: await portFrom(SANDBOX_PORT),
	});
	say(
		`✔ ${packed.name} ${packed.version} in n8n ${places.versions.n8n}; example workflows: ${stack.imported.join(', ') || 'as they were'}`,
	);
	return stack;
}

async function showOnboarding({ rest, server, sandbox }) {
	say(
		`  Watch it in n8n's editor: ${server.url}/workflow/${WORKFLOW}/executions (log in with ${owner.email}, password ${owner.password})`,
	);
	const { rows } = await during(
		`Onboarding the learners of ${LIST}`,
		() => onboard(rest),
		() => describePace(sandbox, rowsOf(LIST)),
	);
	say(renderRows(rows));
	say(summarise(rows));
	say(countCalls(rows, sandbox.log.entries));
	return { allAsTheyShould: rows.length > 0 && rows.every(({ asItShould }) => asItShould) };
}

function sayWhereItIs({ server, sandbox }) {
	say(`
n8n's editor:  ${server.url}/workflow/${WORKFLOW}
log in with:   ${owner.email}
password:      ${owner.password}
the sandbox:   ${sandbox.apiUrl} (a stand-in OneFile; its people are made up, and it forgets them when this ends)

Ctrl-C ends n8n and the sandbox.`);
}

module.exports = { demonstrate };
