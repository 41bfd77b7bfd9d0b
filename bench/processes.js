'use strict';

const { setTimeout: pause } = require('node:timers/promises');

const { expert, thisNode } = require('./contestants');
const { measure, openAccount, rows } = require('./measuring');
const { startServer } = require('./server');

const LIMIT = 100;
const WINDOW_MS = 15_000;

/** 4. Several n8n processes that know nothing of each other, on one account. Two, three and four at the same time, each on an account of theirs. */
async function processes(setup, { quick, say }) {
	const counts = quick ? [3] : [2, 3, 4];
	const windows = quick ? { settled: 8, end: 14 } : { settled: 16, end: 36 };
	say(`processes: starting ${Math.max(...counts)} n8n`);
	const names = Array.from({ length: Math.max(...counts) }, (_, index) => `process-${index + 1}`);
	const servers = await Promise.all(names.map((name) => startServer(setup, name, WINDOW_MS)));
	const each = async (what, ...more) =>
		await Promise.all(counts.map(async (count) => await what(servers.slice(0, count), ...more)));
	try {
		say('processes: this node');
		const shares = await each(share, windows);
		say('processes: HTTP Request, expert');
		const collisions = await each(collide);
		const results = counts.flatMap((count, index) => [
			{ count, who: 'this node', ...shares[index] },
			{ count, who: 'HTTP Request, expert', ...collisions[index] },
		]);
		return { tables: [table(results, windows)], panels: [panel(results)] };
	} finally {
		await Promise.all(servers.map((server) => server.stop()));
	}
}

/** The lists are longer than what is counted, so that who has had more is not done before. */
const LONGER = 1.35;

/** Lists of one length. What counts is from when the processes have settled until the end, or until the first of them is done. */
async function share(servers, { settled, end }) {
	const sandbox = await openAccount({ limit: LIMIT, windowMs: WINDOW_MS });
	const list = Math.ceil((LONGER * LIMIT * end) / servers.length);
	const runs = await Promise.all(
		servers.map(async (server) =>
			server.publish(thisNode({ credential: await server.credentialFor(sandbox, LIMIT) })),
		),
	);
	const began = sandbox.clock.now();
	let countedUntil = began + end * WINDOW_MS;
	let lost = 0;
	await Promise.all(
		runs.map(async (run, index) => {
			await pause(index * WINDOW_MS * 0.3);
			await run(rows(list, index * list)).catch(() => (lost += list));
			countedUntil = Math.min(countedUntil, sandbox.clock.now());
		}),
	);
	const from = began + settled * WINDOW_MS;
	const inTime = sandbox.log.entries.filter(({ at }) => at >= from && at < countedUntil);
	const accepted = inTime.filter(({ isLimited }) => !isLimited);
	const windows = (countedUntil - from) / WINDOW_MS;
	const parts = {};
	for (const { session } of accepted) parts[session] = (parts[session] ?? 0) + 1 / windows;
	await sandbox.close();
	return {
		windows,
		throughput: accepted.length / windows / LIMIT,
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

function table(results, { settled }) {
	return {
		title: `Processes on one account (a minute of ${WINDOW_MS / 1000} s; this node from minute ${settled} on)`,
		head: [
			'processes',
			'',
			'minutes counted',
			'throughput / limit',
			'answered 429',
			'calls a minute of each',
			'largest / smallest',
			'rows lost',
		],
		rows: results.map(({ count, who, windows, throughput, refused, parts, lost, wanted }) => [
			count,
			who,
			windows === undefined ? '' : windows.toFixed(0),
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
