'use strict';

const { expert, thisNode } = require('./contestants');
const { leastMs, measure, openAccount, rows } = require('./measuring');
const { startServer } = require('./server');

const LIMIT = 100;
const WINDOW_MS = 12_000;
const LATENCIES = [50, 200, 1000, 2000, 5000];
const CONTESTANTS = { 'this node': thisNode, 'HTTP Request, expert': expert };

/**
 * 3. Slow answers. The minute is five times as fast and the answers are not: five seconds here are harder than in a real
 * minute, where 8 calls in flight would do for them and here it takes 42.
 */
async function latency(setup, { quick, say }) {
	const count = quick ? 300 : 600;
	const latencies = quick ? [50, 2000, 5000] : LATENCIES;
	const server = await startServer(setup, 'latency', WINDOW_MS);
	const results = [];
	try {
		for (const [who, nodes] of Object.entries(CONTESTANTS)) {
			say(`latency: ${who}`);
			const found = latencies.map((latencyMs) => contest(server, nodes, latencyMs, count));
			results.push(...(await Promise.all(found)).map((result) => ({ who, ...result })));
		}
	} finally {
		await server.stop();
	}
	results.sort((a, b) => a.latencyMs - b.latencyMs);
	return { tables: [table(results, count)], panels: [panel(results)] };
}

async function contest(server, nodes, latencyMs, count) {
	const sandbox = await openAccount({ limit: LIMIT, windowMs: WINDOW_MS, latencyMs });
	const credential = await server.credentialFor(sandbox, LIMIT);
	const run = await server.publish(nodes({ sandbox, credential, limit: LIMIT, windowMs: WINDOW_MS }));
	const result = await measure(sandbox, run, rows(count));
	await sandbox.close();
	// The log-in is answered before anything else can begin.
	const least = leastMs(count + 1, { limit: LIMIT, windowMs: WINDOW_MS, latencyMs: 2 * latencyMs });
	return { latencyMs, least, ...result };
}

function table(results, count) {
	return {
		title: `Slow answers (${count} rows, a minute of ${WINDOW_MS / 1000} s, log-in included)`,
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
