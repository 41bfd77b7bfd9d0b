'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** What earlier starts put into this n8n, so that the next one knows what is new and what a user changed. */
function openLedger(data) {
	const file = path.join(data, 'ledger.json');
	const ledger = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
	return { ...ledger, workflows: { ...ledger.workflows }, file };
}

function saveLedger({ file, ...ledger }) {
	// Only this account reads it: the token of the sandbox is no secret, but a habit is a habit.
	fs.writeFileSync(file, JSON.stringify(ledger, null, '\t'), { mode: 0o600 });
}

module.exports = { openLedger, saveLedger };
