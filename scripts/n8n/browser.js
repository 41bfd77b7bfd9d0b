'use strict';

const fs = require('node:fs');

const { chromium } = require('playwright-core');

const CANDIDATES = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// No name is looked up, and nothing is fetched behind the page's back.
const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

function findBrowser() {
	const found = CANDIDATES.find((file) => file && fs.existsSync(file));
	if (!found)
		throw new Error(
			'No Chromium is on this machine. On Debian or Ubuntu: apt-get install chromium fonts-liberation. Elsewhere set CHROMIUM to the path of one.',
		);
	return found;
}

/** Opens a page of the given size; `outside` collects every host that it asks for beyond this machine. */
async function openPage(viewport) {
	const browser = await chromium.launch({ executablePath: findBrowser(), headless: true, args: QUIET });
	const page = await (
		await browser.newContext({ viewport, colorScheme: 'light', locale: 'en-GB' })
	).newPage();
	const outside = new Set();
	page.on('request', (request) => {
		const { hostname, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== '127.0.0.1') outside.add(hostname);
	});
	return { page, outside, close: () => browser.close() };
}

module.exports = { openPage };
