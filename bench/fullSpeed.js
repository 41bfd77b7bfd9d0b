'use strict';

const { setTimeout: pause } = require('node:timers/promises');

const { expert, thisNode } = require('./contestants');
const { leastMs, measure, openAccount, rows, median, withSpread } = require('./measuring');
const { startServer } = require('./server');

const LIMIT = 100;
const CONTESTANTS = { 'this node': thisNode, 'HTTP Request, expert': expert };

/**
 * 1. A list at the speed of the limit, in real minutes: alone with the log-in before it, again with the session still good, and
 * two at once. Every run has an account of its own, so that all can go on at the same time.
 */
async function fullSpeed(setup, { quick, say }) {
	const kind = quick
		? { name: '600 calls, a minute of 8 s', windowMs: 8000, count: 600, each: 300, samples: 1 }
		: { name: '300 calls, a real minute', windowMs: 60_000, count: 300, each: 300, samples: 3 };
	say(`full speed: ${kind.name}`);
	const results = await contest(setup, kind);
	return { tables: [table('Full speed', results)], panels: [panel(results)] };
}

/** The same with more calls in shorter minutes. */
async function fullSpeedLong(setup, { say }) {
	const kind = {
		name: '3,000 calls, a minute of 15 s',
		windowMs: 15_000,
		count: 3000,
		each: 1500,
		samples: 2,
	};
	say(`full speed: ${kind.name}`);
	const results = await contest(setup, kind);
	return { tables: [table('Full speed with a long list', results)], panels: [panel(results)] };
}

async function contest(setup, kind) {
	const server = await startServer(setup, 'full-speed', kind.windowMs);
	try {
		const runs = [];
		for (const [who, nodes] of Object.entries(CONTESTANTS)) {
			for (let sample = 0; sample < kind.samples; sample++) {
				for (const way of [alone, together]) runs.push({ who, nodes, way });
			}
		}
		// They begin all over the minute, so that they are not a load to each other.
		const results = runs.map(async ({ who, nodes, way }, index) =>
			way(server, { ...kind, who, nodes, after: (index * kind.windowMs) / runs.length }),
		);
		return (await Promise.all(results)).flat();
	} finally {
		await server.stop();
	}
}

async function alone(server, { name, who, nodes, windowMs, count, after }) {
	const { sandbox, run } = await enter(server, { nodes, windowMs });
	await pause(after);
	const first = await measure(sandbox, run, rows(count));
	// The calls of the first run are not to count against the second.
	await pause(windowMs * 1.1);
	const second = await measure(sandbox, run, rows(count));
	await sandbox.close();
	const conditions = { limit: LIMIT, windowMs };
	return [
		{ name, who, what: 'alone, with the log-in', least: leastMs(count + 1, conditions), ...first },
		{ name, who, what: 'again, the session still good', least: leastMs(count, conditions), ...second },
	];
}

async function together(server, { name, who, nodes, windowMs, each, after }) {
	const { sandbox, run } = await enter(server, { nodes, windowMs });
	await pause(after);
	const both = await measure(sandbox, run, rows(each), rows(each, each));
	await sandbox.close();
	return {
		name,
		who,
		what: 'two executions at once',
		least: leastMs(2 * each + 1, { limit: LIMIT, windowMs }),
		...both,
	};
}

async function enter(server, { nodes, windowMs }) {
	const sandbox = await openAccount({ limit: LIMIT, windowMs });
	const credential = await server.credentialFor(sandbox, LIMIT);
	return { sandbox, run: await server.publish(nodes({ sandbox, credential, limit: LIMIT, windowMs })) };
}

/** The samples of one and the same thing together. */
function groups(results) {
	const found = new Map();
	for (const result of results) {
		const key = [result.name, result.what, result.who].join();
		found.set(key, [...(found.get(key) ?? []), result]);
	}
	return [...found.values()].sort(([a], [b]) => order(a) - order(b));
}

const WHATS = ['alone, with the log-in', 'again, the session still good', 'two executions at once'];
const order = ({ what }) => WHATS.indexOf(what);

function table(title, results) {
	const all = (samples, field) => samples.map((sample) => sample[field]);
	return {
		title,
		head: ['', '', '', 'calls', 'least time', 'time', 'time / least', 'answered 429', 'rows lost'],
		rows: groups(results).map((samples) => {
			const [{ name, what, who, least }] = samples;
			return [
				name,
				what,
				who,
				withSpread(all(samples, 'calls'), 0),
				`${(least / 1000).toFixed(0)} s`,
				`${withSpread(
					all(samples, 'ms').map((ms) => ms / 1000),
					1,
				)} s`,
				withSpread(
					all(samples, 'ms').map((ms) => ms / least),
					3,
				),
				withSpread(all(samples, 'tooMany'), 0),
				withSpread(all(samples, 'lost'), 0),
			];
		}),
	};
}

function panel(results) {
	return {
		title: 'Time over the least time that the limit allows',
		mark: { value: 1, label: 'least time' },
		bars: groups(results).map((samples) => {
			const [{ name, what, who, least }] = samples;
			const ratio = median(samples.map(({ ms }) => ms / least));
			const lost = median(samples.map((sample) => sample.lost));
			return {
				group: `${name}, ${what}`,
				who,
				value: ratio,
				text: ratio.toFixed(2) + (lost > 0 ? `, ${lost} rows lost` : ''),
			};
		}),
	};
}

module.exports = { fullSpeed, fullSpeedLong };
