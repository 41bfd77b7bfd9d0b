'use strict';

const EVERY_MS = 1000;

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

function say(text = '') {
	process.stdout.write(`${text}\n`);
}

/**
 * Does a piece of work and shows that it goes on: in a terminal one line that keeps changing, elsewhere
 * (a log file, CI) a new line every two seconds. `detail()` adds what only the work knows.
 */
async function during(what, work, detail = () => '') {
	const began = Date.now();
	const live = process.stdout.isTTY;
	const now = () => [`${what} ... ${seconds(began)}`, detail()].filter(Boolean).join(', ');
	const draw = () =>
		live
			? process.stdout.write(`\r\u001b[K  ${now().slice(0, process.stdout.columns - 3)}`)
			: say(`  ${now()}`);
	if (live) draw();
	const timer = setInterval(draw, live ? EVERY_MS : 2 * EVERY_MS);
	let mark = '✘';
	try {
		const result = await work();
		mark = '✔';
		return result;
	} finally {
		clearInterval(timer);
		say(`${live ? '\r\u001b[K' : ''}${mark} ${what} (${seconds(began)})`);
	}
}

module.exports = { during, say };
