'use strict';

const { ensureInstalled } = require('./install');
const { steps } = require('./lib/steps');

/** `npm test`: green means that the package could be published. `npm test -- --only=lint,unit` does a part. */
async function main() {
	const chosen = choose(process.argv.slice(2));
	await ensureInstalled();

	const sum = { passed: 0, failed: 0 };
	for (const step of chosen) {
		console.log(`\n── ${step.what} (${step.name})`);
		const began = Date.now();
		const { passed, failed } = await step.run();
		sum.passed += passed;
		sum.failed += failed;
		console.log(`${failed ? '✘' : '✔'} ${step.what}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
		if (failed) break;
	}
	console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
	process.exitCode = sum.failed ? 1 : 0;
}

function choose(args) {
	const known = steps.map((step) => step.name);
	let names = known;
	for (const arg of args) {
		const [, list] = /^--only=(.+)$/.exec(arg) ?? [];
		if (!list) throw new Error(`Unknown argument "${arg}". There is one: --only=${known.join(',')}`);
		names = list.split(',');
	}
	const unknown = names.filter((name) => !known.includes(name));
	if (unknown.length)
		throw new Error(`No step is called "${unknown.join('", "')}". There are: ${known.join(', ')}`);
	return steps.filter((step) => names.includes(step.name));
}

main().catch((error) => {
	console.error(error.message);
	console.log('\n0 passed, 1 failed');
	process.exitCode = 1;
});
