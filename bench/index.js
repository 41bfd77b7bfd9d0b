'use strict';

// `npm run bench`: everything docs/performance.md tells, measured on a real n8n and a stand-in OneFile of this checkout.
//   --quick        smaller lists and no real minutes; the page stays as it is
//   --only NAME    one part: full-speed, long-list, overhead, latency, processes, load or editor
const { parseArgs } = require('node:util');

const { ensureInstalled } = require('../scripts/install');

const { values: options } = parseArgs({
	options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});

async function main() {
	await ensureInstalled();
	// From here on the development packages are there.
	const children = require('../scripts/n8n/children');
	const { writePart } = require('./page');
	const parts = {
		'full-speed': require('./fullSpeed').fullSpeed,
		'long-list': require('./fullSpeed').fullSpeedLong,
		overhead: require('./overhead').overhead,
		latency: require('./latency').latency,
		processes: require('./processes').processes,
		load: require('./load').load,
		editor: require('./editor').editor,
	};
	// Without real minutes there is nothing to see of them.
	if (options.quick) for (const name of ['long-list', 'editor']) delete parts[name];
	const chosen = Object.entries(parts).filter(([name]) => !options.only || name === options.only);
	if (chosen.length === 0)
		throw new Error(`There is no part "${options.only}"; there are ${Object.keys(parts).join(', ')}`);

	const began = Date.now();
	const minutesSince = (from) => ((Date.now() - from) / 60_000).toFixed(1);
	const say = (what) => console.log(`[${minutesSince(began)} min] ${what}`);
	const { ensureN8n } = require('../scripts/n8n/install');
	const { packPackage } = require('../scripts/n8n/package');
	const setup = { packed: await packPackage(), n8n: await ensureN8n() };
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.once(signal, () => children.stopAll().then(() => process.exit(130)));
	}
	const failed = [];
	for (const [name, part] of chosen) {
		const partBegan = Date.now();
		try {
			const result = await part(setup, { quick: options.quick, say });
			result.tables.forEach(show);
			if (!options.quick) writePart(name, result, minutesSince(partBegan));
		} catch (error) {
			// The other parts are worth their time all the same.
			console.error(`\n${name}: ${error.stack}\n`);
			failed.push(name);
		}
	}
	await children.stopAll();
	if (failed.length > 0) throw new Error(`Not measured: ${failed.join(', ')}`);
}

function show({ title, head, rows }) {
	console.log(`\n${title}\n${[head, ...rows].map((row) => row.join(' | ')).join('\n')}\n`);
}

main().then(
	() => process.exit(0),
	(error) => {
		console.error(`\n${error.stack}`);
		process.exit(1);
	},
);
