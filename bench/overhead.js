'use strict';

const { thisNode, withOurCredential } = require('./contestants');
const { measure, openAccount, rows, median, withSpread } = require('./measuring');
const { memoryOf } = require('./memory');
const { startServer } = require('./server');

const NONE = 1_000_000;
const CONTESTANTS = { 'this node': thisNode, 'HTTP Request with this credential': withOurCredential };
/** As on a small server. Without a bound V8 hardly clears away before a gigabyte and a half, whichever node works. */
const SMALL_HEAP = '--max-old-space-size=1024';

/** 2 and 5. What a call costs where there is no limit, and how that grows with the list. */
async function overhead(setup, { quick, say }) {
	const sizes = quick ? [100, 1000, 2000] : [100, 1000, 2000, 10_000];
	const results = {};
	for (const [who, nodes] of Object.entries(CONTESTANTS)) {
		say(`overhead and growth: ${who}`);
		const timed = await climb(setup, nodes, sizes, { repeats: quick ? 2 : 3, flags: [] });
		const small = await climb(setup, nodes, sizes, { repeats: 2, flags: [SMALL_HEAP] });
		results[who] = timed.map((step, index) => ({
			...step,
			peaks: all(small[index], 'peak'),
			aboveIdle: all(small[index], 'aboveIdle'),
			runs: step.runs + small[index].runs,
		}));
	}
	return { tables: [against(results, sizes), growth(results, sizes)], panels: panels(results, sizes) };
}

/** Ever longer lists on a fresh n8n with an account that has no limit. A process that has grown does not shrink. */
async function climb(setup, nodes, sizes, { repeats, flags }) {
	const server = await startServer(setup, 'overhead', 60_000, flags);
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
				const peak = memory?.peak() ?? NaN;
				// n8n loses its database when a node asks for thousands of credentials at once: such a run tells nothing of time.
				if (lost === 0) samples.push({ ms, peak, aboveIdle: peak - idle });
			}
			found.push({ size, samples, runs: repeats });
		}
		return found;
	} finally {
		await server.stop();
		await sandbox.close();
	}
}

function all({ samples }, field) {
	return samples.map((sample) => sample[field]);
}

const orNone = (numbers, unit, ...how) => (numbers.length > 0 ? withSpread(numbers, ...how) + unit : 'none');

/** Ours over theirs, run by run as far as both were finished. */
const ratio = (ours, theirs) =>
	orNone(
		ours.slice(0, theirs.length).map((number, index) => number / theirs[index]),
		'',
	);

function against(results, sizes) {
	const [ours, theirs] = Object.values(results);
	const chosen = sizes.flatMap((size, index) => (size === 2000 || size === 10_000 ? [index] : []));
	return {
		title:
			'Overhead without a limit, against the HTTP Request node with this credential (memory with a heap of 1 GB)',
		head: [
			'calls',
			'',
			'time',
			'time / peer',
			'peak memory above idle',
			'above idle / peer',
			'peak memory of the process',
			'peak / peer',
			'runs lost',
		],
		rows: chosen.flatMap((index) =>
			Object.entries(results).map(([who, steps]) => {
				const step = steps[index];
				const isOurs = steps === ours;
				const over = (numbersOf) => (isOurs ? ratio(numbersOf(step), numbersOf(theirs[index])) : '');
				return [
					sizes[index],
					who,
					orNone(seconds(step), ' s', 1),
					over(seconds),
					orNone(step.aboveIdle, ' MB', 0),
					over(({ aboveIdle }) => aboveIdle),
					orNone(step.peaks, ' MB', 0),
					over(({ peaks }) => peaks),
					`${step.runs - step.samples.length - step.peaks.length} of ${step.runs}`,
				];
			}),
		),
	};
}

function seconds(step) {
	return all(step, 'ms').map((ms) => ms / 1000);
}

function growth(results, sizes) {
	return {
		title: 'Growth with the list',
		head: ['', '', ...sizes.map((size) => `${size} items`)],
		rows: Object.entries(results).flatMap(([who, steps]) => [
			[
				who,
				'milliseconds for each item',
				...steps.map((step) =>
					orNone(
						all(step, 'ms').map((ms) => ms / step.size),
						'',
					),
				),
			],
			[who, 'peak MB above idle', ...steps.map(({ aboveIdle }) => orNone(aboveIdle, '', 0))],
		]),
	};
}

function panels(results, sizes) {
	const bars = (valueOf, show) =>
		sizes.flatMap((size, index) =>
			Object.entries(results).map(([who, steps]) => {
				const value = valueOf(steps[index]);
				const text = Number.isNaN(value) ? 'lost' : show(value);
				return { group: `${size} items`, who, value: value || 0, text };
			}),
		);
	return [
		{
			title: 'Milliseconds for each item, without a limit',
			bars: bars(
				(step) => median(all(step, 'ms')) / step.size,
				(ms) => `${ms.toFixed(1)} ms`,
			),
		},
		{
			title: 'Peak memory above idle, with a heap of 1 GB',
			bars: bars(
				({ aboveIdle }) => Math.max(0, median(aboveIdle)),
				(mb) => `${mb.toFixed(0)} MB`,
			),
		},
	];
}

module.exports = { overhead };
