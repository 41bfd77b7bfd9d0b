'use strict';

// `npm run bench`: everything docs/performance.md tells, measured on a real n8n and a stand-in OneFile of this checkout.
//   --quick        smaller lists and no real minutes
//   --only NAME    one part: full-speed, overhead, latency, processes, load or editor; the page stays as it is
const { parseArgs } = require('node:util');

const { ensureInstalled } = require('../scripts/install');

const { values: options } = parseArgs({
	options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});

async function main() {
	await ensureInstalled();
	// From here on the development packages are there.
	const children = require('../scripts/n8n/children');
	const { writePage } = require('./page');
	const parts = {
		'full-speed': require('./fullSpeed').fullSpeed,
		overhead: require('./overhead').overhead,
		latency: require('./latency').latency,
		processes: require('./processes').processes,
		load: require('./load').load,
		editor: require('./editor').editor,
	};
	// Its minutes are real ones.
	if (options.quick) delete parts.editor;
	const chosen = Object.entries(parts).filter(([name]) => !options.only || name === options.only);
	if (chosen.length === 0)
		throw new Error(`There is no part "${options.only}"; there are ${Object.keys(parts).join(', ')}`);

	const began = Date.now();
	const minutes = () => ((Date.now() - began) / 60_000).toFixed(1);
	const say = (what) => console.log(`[${minutes()} min] ${what}`);
	const { ensureN8n } = require('../scripts/n8n/install');
	const { packPackage } = require('../scripts/n8n/package');
	const setup = { packed: await packPackage(), n8n: await ensureN8n() };
	const results = [];
	try {
		for (const [, part] of chosen) results.push(await part(setup, { quick: options.quick, say }));
	} finally {
		await children.stopAll();
	}
	for (const { title, head, rows } of results.flatMap(({ tables }) => tables)) {
		console.log(`\n${title}\n${[head, ...rows].map((row) => row.join(' | ')).join('\n')}`);
	}
	if (!options.only) writePage(results, { quick: options.quick, minutes: minutes() });
}

main().then(
	() => process.exit(0),
	(error) => {
		console.error(`\n${error.stack}`);
		process.exit(1);
	},
);
