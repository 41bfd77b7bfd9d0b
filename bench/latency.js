'use strict';

const { setTimeout: pause } = require('node:timers/promises');

const { expert, thisNode } = require('./contestants');
const { leastMs, measure, openAccount, rows } = require('./measuring');
const { startServer } = require('./server');

const LIMIT = 100;
const WINDOW_MS = 60_000;
const LATENCIES = [50, 200, 1000, 2000, 5000];
const CONTESTANTS = { 'this node': thisNode, 'HTTP Request, expert': expert };

/** 3. Slow answers, in real minutes. Every run has an account of its own, so that all can go on at the same time. */
async function latency(setup, { quick, say }) {
	say('latency');
	const count = quick ? 150 : 300;
	const latencies = quick ? [50, 5000] : LATENCIES;
	const server = await startServer(setup, 'latency', WINDOW_MS);
	const results = [];
	try {
		const entered = [];
		for (const [who, nodes] of Object.entries(CONTESTANTS)) {
			for (const latencyMs of latencies) entered.push({ who, ...(await enter(server, nodes, latencyMs)) });
		}
		await Promise.all(
			entered.map(async (contestant, index) => {
				// Not all at the same instant: they are not to be a load to each other.
				await pause(index * WINDOW_MS * 0.08);
				results.push(await contest(contestant, rows(count)));
			}),
		);
	} finally {
		await server.stop();
	}
	const order = Object.keys(CONTESTANTS);
	results.sort((a, b) => a.latencyMs - b.latencyMs || order.indexOf(a.who) - order.indexOf(b.who));
	return { tables: [table(results, count)], panels: [panel(results)] };
}

async function enter(server, nodes, latencyMs) {
	const sandbox = await openAccount({ limit: LIMIT, windowMs: WINDOW_MS, latencyMs });
	const credential = await server.credentialFor(sandbox, LIMIT);
	const run = await server.publish(nodes({ sandbox, credential, limit: LIMIT, windowMs: WINDOW_MS }));
	return { latencyMs, sandbox, run };
}

async function contest({ who, latencyMs, sandbox, run }, list) {
	const result = await measure(sandbox, run, list);
	await sandbox.close();
	// The log-in is answered before anything else can begin.
	const conditions = { limit: LIMIT, windowMs: WINDOW_MS, latencyMs: 2 * latencyMs };
	return { who, latencyMs, least: leastMs(list.length + 1, conditions), ...result };
}

function table(results, count) {
	return {
		title: `Slow answers (${count} rows, a real minute, log-in included)`,
		head: ['an answer takes', '', 'least time', 'time', 'time / least', 'answered 429', 'rows lost'],
		rows: results.map(({ latencyMs, who, least, ms, tooMany, lost }) => [
			`${latencyMs} ms`,
			who,
			`${(least / 1000).toFixed(1)} s`,
			`${(ms / 1000).toFixed(1)} s`,
			(ms / least).toFixed(2),
			tooMany,
			lost,
		]),
	};
}

function panel(results) {
	return {
		title: 'Throughput with slow answers, of what the limit allows',
		mark: { value: 1, label: 'limit' },
		bars: results.map(({ latencyMs, who, least, ms }) => ({
			group: `${latencyMs} ms`,
			who,
			value: least / ms,
			text: `${((100 * least) / ms).toFixed(0)} %`,
		})),
	};
}

module.exports = { latency };
