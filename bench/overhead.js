'use strict';

const { thisNode, withOurCredential } = require('./contestants');
const { measure, openAccount, rows, median, withSpread } = require('./measuring');
const { memoryOf } = require('./memory');
const { startServer } = require('./server');

const NONE = 1_000_000;
const CONTESTANTS = { 'this node': thisNode, 'HTTP Request with this credential': withOurCredential };

/** 2 and 5. What a call costs where there is no limit, and how that grows with the list. */
async function overhead(setup, { quick, say }) {
	const sizes = quick ? [100, 1000, 2000] : [100, 300, 1000, 2000, 3000, 10_000];
	const repeats = quick ? 2 : 3;
	const results = {};
	for (const [who, nodes] of Object.entries(CONTESTANTS)) {
		say(`overhead and growth: ${who}`);
		results[who] = await climb(setup, nodes, sizes, repeats);
	}
	return { tables: [against(results, sizes), growth(results, sizes)], panels: panels(results, sizes) };
}

/** Ever longer lists on a fresh n8n, because a process that has grown does not shrink. */
async function climb(setup, nodes, sizes, repeats) {
	const server = await startServer(setup, 'overhead', 60_000);
	const sandbox = await openAccount({ limit: NONE, windowMs: 60_000 });
	try {
		const credential = await server.credentialFor(sandbox, NONE);
		const run = await server.publish(nodes({ sandbox, credential }));
		// n8n reads and compiles much at the first run.
		await run(rows(20));
		const memory = memoryOf(server.pid);
		const idle = memory?.now();
		const found = [];
		for (const size of sizes) {
			const samples = [];
			for (let repeat = 0; repeat < repeats; repeat++) {
				memory?.forgetPeak();
				const { ms, lost } = await measure(sandbox, run, rows(size));
				if (lost > 0) throw new Error(`${lost} of ${size} rows were lost without any limit`);
				samples.push({ ms, peak: memory?.peak(), above: memory && memory.peak() - idle });
			}
			found.push({ size, idle, samples });
		}
		return found;
	} finally {
		await server.stop();
		await sandbox.close();
	}
}

const all = ({ samples }, field) => samples.map((sample) => sample[field]);
const shared = (ours, theirs, field) =>
	ours.samples.map((sample, index) => sample[field] / theirs.samples[index][field]);

function against(results, sizes) {
	const [ours, theirs] = Object.values(results);
	const chosen = sizes.flatMap((size, index) => (size === 2000 || size === 10_000 ? [index] : []));
	return {
		title: 'Overhead without a limit, against the HTTP Request node with this credential',
		head: [
			'calls',
			'',
			'time',
			'peak memory',
			'above idle',
			'time / peer',
			'peak / peer',
			'above idle / peer',
		],
		rows: chosen.flatMap((index) =>
			Object.entries(results).map(([who, climbed]) => [
				sizes[index],
				who,
				`${withSpread(
					all(climbed[index], 'ms').map((ms) => ms / 1000),
					1,
				)} s`,
				`${withSpread(all(climbed[index], 'peak'), 0)} MB`,
				`${withSpread(all(climbed[index], 'above'), 0)} MB`,
				...['ms', 'peak', 'above'].map((field) =>
					climbed === ours ? withSpread(shared(ours[index], theirs[index], field)) : '',
				),
			]),
		),
	};
}

function growth(results, sizes) {
	return {
		title: 'Growth with the list',
		head: ['', '', ...sizes.map((size) => `${size} items`)],
		rows: Object.entries(results).flatMap(([who, climbed]) => [
			[
				who,
				'milliseconds for each item',
				...climbed.map((step) => withSpread(all(step, 'ms').map((ms) => ms / step.size))),
			],
			[who, 'MB above idle', ...climbed.map((step) => withSpread(all(step, 'above'), 0))],
		]),
	};
}

function panels(results, sizes) {
	const bars = (field, show, divide) =>
		sizes.flatMap((size, index) =>
			Object.entries(results).map(([who, climbed]) => {
				const value = median(all(climbed[index], field).map((number) => number / divide(size)));
				return { group: `${size} items`, who, value, text: show(value) };
			}),
		);
	return [
		{
			title: 'Milliseconds for each item, without a limit',
			bars: bars(
				'ms',
				(ms) => `${ms.toFixed(1)} ms`,
				(size) => size,
			),
		},
		{
			title: 'Most memory above idle',
			bars: bars(
				'above',
				(mb) => `${mb.toFixed(0)} MB`,
				() => 1,
			),
		},
	];
}

module.exports = { overhead };
