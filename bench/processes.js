'use strict';

const { setTimeout: pause } = require('node:timers/promises');

const { expert, thisNode } = require('./contestants');
const { measure, openAccount, rows } = require('./measuring');
const { startServer } = require('./server');

const LIMIT = 100;
const WINDOW_MS = 4000;

/** 4. Several n8n processes that know nothing of each other, on one account. */
async function processes(setup, { quick, say }) {
	const counts = quick ? [3] : [2, 3, 4];
	const windows = quick ? { settled: 10, end: 18 } : { settled: 15, end: 30 };
	say(`processes: starting ${Math.max(...counts)} n8n`);
	const names = Array.from({ length: Math.max(...counts) }, (_, index) => `process-${index + 1}`);
	const servers = await Promise.all(names.map((name) => startServer(setup, name, WINDOW_MS)));
	const results = [];
	try {
		for (const count of counts) {
			say(`processes: ${count} on one account`);
			results.push({ count, who: 'this node', ...(await share(servers.slice(0, count), windows)) });
			results.push({ count, who: 'HTTP Request, expert', ...(await collide(servers.slice(0, count))) });
		}
	} finally {
		await Promise.all(servers.map((server) => server.stop()));
	}
	return { tables: [table(results, windows)], panels: [panel(results)] };
}

/** Lists that last until the end; what counts is from when they have settled. */
async function share(servers, { settled, end }) {
	const sandbox = await openAccount({ limit: LIMIT, windowMs: WINDOW_MS });
	const list = Math.ceil((LIMIT * (end + 3)) / servers.length);
	const runs = await Promise.all(
		servers.map(async (server) =>
			server.publish(thisNode({ credential: await server.credentialFor(sandbox, LIMIT) })),
		),
	);
	const began = sandbox.clock.now();
	let lost = 0;
	await Promise.all(
		runs.map(async (run, index) => {
			await pause(index * WINDOW_MS * 0.3);
			await run(rows(list, index * list)).catch(() => (lost += list));
		}),
	);
	const inTime = sandbox.log.entries.filter(
		({ at }) => at >= began + settled * WINDOW_MS && at < began + end * WINDOW_MS,
	);
	const accepted = inTime.filter(({ isLimited }) => !isLimited);
	const parts = {};
	for (const { session } of accepted) parts[session] = (parts[session] ?? 0) + 1 / (end - settled);
	await sandbox.close();
	return {
		throughput: accepted.length / (end - settled) / LIMIT,
		refused: 1 - accepted.length / inTime.length,
		parts: Object.values(parts),
		lost,
		wanted: list * servers.length,
	};
}

/** The expert counts on being alone. Three batches show it. */
async function collide(servers) {
	const sandbox = await openAccount({ limit: LIMIT, windowMs: WINDOW_MS });
	const list = 3 * (LIMIT - 1);
	const runs = await Promise.all(
		servers.map((server) => server.publish(expert({ sandbox, limit: LIMIT, windowMs: WINDOW_MS }))),
	);
	let turn = 0;
	const lists = servers.map((_, index) => rows(list, index * list));
	const { tooMany, calls, lost } = await measure(sandbox, (each) => runs[turn++](each), ...lists);
	await sandbox.close();
	return { refused: tooMany / calls, lost, wanted: list * servers.length };
}

const percent = (share, digits = 1) => `${(100 * share).toFixed(digits)} %`;

function table(results, { settled, end }) {
	return {
		title: `Processes on one account (a minute of ${WINDOW_MS / 1000} s; this node from minute ${settled} to ${end})`,
		head: [
			'processes',
			'',
			'throughput / limit',
			'answered 429',
			'calls a minute of each',
			'largest / smallest',
			'rows lost',
		],
		rows: results.map(({ count, who, throughput, refused, parts, lost, wanted }) => [
			count,
			who,
			throughput === undefined ? '' : percent(throughput),
			percent(refused),
			parts ? parts.map((part) => part.toFixed(0)).join(', ') : '',
			parts ? (Math.max(...parts) / Math.min(...parts)).toFixed(1) : '',
			`${lost} of ${wanted}`,
		]),
	};
}

function panel(results) {
	return {
		title: 'Calls answered 429 with several processes on one account',
		bars: results.map(({ count, who, refused }) => ({
			group: `${count} processes`,
			who,
			value: 100 * refused,
			text: percent(refused),
		})),
	};
}

module.exports = { processes };
