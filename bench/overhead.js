'use strict';

const { thisNode, withOurCredential } = require('./contestants');
const { measure, openAccount, rows, median, withSpread } = require('./measuring');
const { memoryOf, notesIn } = require('./memory');
const { startServer } = require('./server');

const NONE = 1_000_000;
const CONTESTANTS = { 'this node': thisNode, 'HTTP Request with this credential': withOurCredential };

/** 2 and 5. What a call costs where there is no limit, and how that grows with the list. */
async function overhead(setup, { quick, say }) {
	const sizes = quick ? [100, 1000, 2000] : [100, 1000, 2000, 10_000];
	const results = {};
	for (const [who, nodes] of Object.entries(CONTESTANTS)) {
		say(`overhead and growth: ${who}`);
		const inUse = await memoryInUse(setup, nodes, sizes);
		results[who] = await climb(setup, nodes, sizes, quick ? 2 : 3);
		results[who].forEach((step, index) => (step.inUse = inUse[index]));
	}
	return { tables: [against(results, sizes), growth(results, sizes)], panels: panels(results, sizes) };
}

/** An n8n with an account that has no limit. */
async function withoutLimit(setup, nodes, withNotes, work) {
	const server = await startServer(setup, 'overhead', 60_000, withNotes);
	const sandbox = await openAccount({ limit: NONE, windowMs: 60_000 });
	try {
		const credential = await server.credentialFor(sandbox, NONE);
		const run = await server.publish(nodes({ sandbox, credential }));
		// n8n reads and compiles much at the first run.
		await run(rows(20));
		return await work({ server, sandbox, run });
	} finally {
		await server.stop();
		await sandbox.close();
	}
}

/** Ever longer lists on a fresh n8n, because a process that has grown does not shrink. */
async function climb(setup, nodes, sizes, repeats) {
	return await withoutLimit(setup, nodes, false, async ({ server, sandbox, run }) => {
		const memory = memoryOf(server.pid);
		const found = [];
		for (const size of sizes) {
			const samples = [];
			for (let repeat = 0; repeat < repeats; repeat++) {
				memory?.forgetPeak();
				const { ms, lost } = await measure(sandbox, run, rows(size));
				// n8n loses its database when a node asks for thousands of credentials at once: such a run tells nothing of time.
				if (lost === 0) samples.push({ ms, peak: memory?.peak() });
			}
			found.push({ size, samples, lostRuns: repeats - samples.length });
		}
		return found;
	});
}

/** The most megabytes in use above an idle n8n, for each size of list. */
async function memoryInUse(setup, nodes, sizes) {
	return await withoutLimit(setup, nodes, true, async ({ server, sandbox, run }) => {
		const notes = notesIn(server.notes);
		const idle = await notes.next();
		const found = [];
		for (const size of sizes) {
			const before = notes.read().length;
			await measure(sandbox, run, rows(size));
			await notes.next();
			found.push(Math.max(...notes.read().slice(before)) - idle);
		}
		return found;
	});
}

const all = ({ samples }, field) => samples.map((sample) => sample[field]);
/** Ours over theirs, run by run as far as both were finished. */
const shared = (ours, theirs, field) =>
	ours.samples.flatMap((sample, index) => {
		const other = theirs.samples[index];
		return other ? [sample[field] / other[field]] : [];
	});
const orNone = (numbers, unit, ...how) => (numbers.length > 0 ? withSpread(numbers, ...how) + unit : 'none');

function against(results, sizes) {
	const [ours, theirs] = Object.values(results);
	const chosen = sizes.flatMap((size, index) => (size === 2000 || size === 10_000 ? [index] : []));
	return {
		title: 'Overhead without a limit, against the HTTP Request node with this credential',
		head: [
			'calls',
			'',
			'time',
			'memory in use above idle',
			'peak of the process',
			'time / peer',
			'in use / peer',
			'peak / peer',
			'runs lost',
		],
		rows: chosen.flatMap((index) =>
			Object.entries(results).map(([who, climbed]) => [
				sizes[index],
				who,
				orNone(
					all(climbed[index], 'ms').map((ms) => ms / 1000),
					' s',
					1,
				),
				`${climbed[index].inUse.toFixed(0)} MB`,
				orNone(all(climbed[index], 'peak'), ' MB', 0),
				...(climbed === ours
					? [
							orNone(shared(ours[index], theirs[index], 'ms'), ''),
							(ours[index].inUse / theirs[index].inUse).toFixed(2),
							orNone(shared(ours[index], theirs[index], 'peak'), ''),
						]
					: ['', '', '']),
				`${climbed[index].lostRuns} of ${climbed[index].lostRuns + climbed[index].samples.length}`,
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
				...climbed.map((step) =>
					orNone(
						all(step, 'ms').map((ms) => ms / step.size),
						'',
					),
				),
			],
			[who, 'MB in use above idle', ...climbed.map(({ inUse }) => inUse.toFixed(0))],
		]),
	};
}

function panels(results, sizes) {
	const bars = (valueOf, show) =>
		sizes.flatMap((size, index) =>
			Object.entries(results).map(([who, climbed]) => {
				const value = valueOf(climbed[index]);
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
			title: 'Memory in use above idle',
			bars: bars(
				({ inUse }) => Math.max(0, inUse),
				(mb) => `${mb.toFixed(0)} MB`,
			),
		},
	];
}

module.exports = { overhead };
