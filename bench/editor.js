'use strict';

const { setTimeout: pause } = require('node:timers/promises');

const { thisNode } = require('./contestants');
const { openAccount, rows, withSpread } = require('./measuring');
const { startServer } = require('./server');

const LIMIT = 100;
const WINDOW_MS = 60_000;
const MOMENTS_S = [13, 24, 37, 48];

/** 7. Somebody opens a list in the editor while a run uses the account up, in real minutes. */
async function editor(setup, { say }) {
	say('editor: lists during long runs');
	const server = await startServer(setup, 'editor', WINDOW_MS);
	try {
		const kinds = {
			'by a trigger, 6,000 rows': triggered,
			'by a trigger, 300 rows': triggeredShort,
			'in the editor, 300 rows': manual,
		};
		const found = await Promise.all(
			Object.entries(kinds).map(async ([how, start]) => {
				const waits = await Promise.all(
					MOMENTS_S.map(async (moment) => await waitsDuring(server, start, moment)),
				);
				return [
					how,
					withSpread(
						waits.map(([first]) => first),
						1,
					),
					withSpread(
						waits.flatMap(([, ...more]) => more),
						1,
					),
				];
			}),
		);
		const head = ['run started', 'first list after a long time, seconds', 'the lists after it, seconds'];
		return { tables: [{ title: 'The editor during a run (a real minute)', head, rows: found }], panels: [] };
	} finally {
		await server.stop();
	}
}

async function triggered(server, credential, count = 6000) {
	const run = await server.publish(thisNode({ credential }));
	// It ends when n8n does.
	run(rows(count)).catch(() => {});
}

const triggeredShort = async (server, credential) => await triggered(server, credential, 300);

async function manual(server, credential) {
	const rowsHere = {
		name: 'Webhook',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ body: { rows: rows(300) } }), options: {} },
	};
	await server.pressExecute([rowsHere, ...thisNode({ credential })]);
}

/** How long three lists take, the first of them at a moment of the run's first minute. */
async function waitsDuring(server, start, moment) {
	const sandbox = await openAccount({ limit: LIMIT, windowMs: WINDOW_MS });
	const credential = await server.credentialFor(sandbox, LIMIT);
	await start(server, credential);
	await pause(moment * 1000);
	const waits = [];
	for (let list = 0; list < 3; list++) {
		const began = performance.now();
		await server.openList('searchOrganisations', credential);
		waits.push((performance.now() - began) / 1000);
		await pause(2000);
	}
	await sandbox.close();
	return waits;
}

module.exports = { editor };
