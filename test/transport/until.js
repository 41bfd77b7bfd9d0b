'use strict';

const PATIENCE_MS = 30_000;

/** Waits until something holds; a thing that never does ends the test and not only its patience. */
async function until(condition) {
	const deadline = performance.now() + PATIENCE_MS;
	while (!condition()) {
		if (performance.now() > deadline) throw new Error(`It never came to this: ${condition}`);
		await new Promise(setImmediate);
	}
}

module.exports = { until };
