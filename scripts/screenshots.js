'use strict';

// The pictures in docs/images, taken of real n8n with the packed package: node scripts/screenshots.js
// Needs a Chromium (Debian: apt-get install chromium fonts-liberation), which `npm test` does not.
const fs = require('node:fs');
const path = require('node:path');

const { openPage } = require('./n8n/browser');
const children = require('./n8n/children');
const { ensureCredential } = require('./n8n/credential');
const { editorIn } = require('./n8n/editor');
const { ensureN8n } = require('./n8n/install');
const { WORKFLOW, RESULT_NODE } = require('./n8n/onboarding');
const { packPackage } = require('./n8n/package');
const places = require('./n8n/places');
const { say } = require('./n8n/progress');
const { startStack } = require('./n8n/stack');

const SIZE = { width: 1440, height: 1000 };
const LEARNER_NODE = 'Create or update the learner';

async function takePictures(stack, folder) {
	const { page, outside, close } = await openPage(SIZE);
	const editor = editorIn(page, stack.server.url);
	const picture = async (name) => {
		await editor.settle();
		await page.screenshot({ path: path.join(folder, `${name}.png`) });
		say(`✔ docs/images/${name}.png`);
	};
	try {
		await editor.signIn();
		await editor.openWorkflow(WORKFLOW, LEARNER_NODE);
		await editor.execute(RESULT_NODE);
		await editor.zoomToFit();
		await picture('workflow');
		await editor.openNode(LEARNER_NODE);
		await picture('node');
		await editor.openList('organisation');
		await picture('list');
		await editor.closeList();
		// The form is to show the usual limit. The run has used it up for now: the test may take a minute.
		await ensureCredential(stack.rest, stack.ledger, { ...stack.fields, requestsPerMinute: 100 });
		await editor.openCredential();
		await picture('credential');
		await editor.closeCredential();
		await editor.closeNode();
		await editor.leave();
	} catch (error) {
		await page.screenshot({ path: path.join(stack.data, 'failed.png') });
		throw new Error(`${error.message}\nWhat the page showed: ${path.join(stack.data, 'failed.png')}`);
	} finally {
		await close();
	}
	if (outside.size)
		throw new Error(`The editor asked for hosts outside this machine: ${[...outside].join(', ')}`);
}

async function main() {
	const folder = path.join(places.root, 'docs', 'images');
	fs.mkdirSync(folder, { recursive: true });
	const data = path.join(places.local, 'pictures');
	fs.rmSync(data, { recursive: true, force: true });
	// The sandbox's usual port, because it is in a picture; a high limit, because the run is not.
	const stack = await startStack({
		n8n: await ensureN8n(),
		packed: await packPackage(),
		data,
		sandboxPort: 4010,
		limit: 3000,
	});
	try {
		await takePictures(stack, folder);
	} finally {
		await stack.stop();
	}
	fs.rmSync(data, { recursive: true, force: true });
}

main().then(
	() => process.exit(0),
	async (error) => {
		console.error(error.message);
		await children.stopAll();
		process.exit(1);
	},
);
