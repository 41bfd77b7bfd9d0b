'use strict';

const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const { n8n } = require('../package.json');

/** The suites run the built package, as n8n would; without it every one of them would fail obscurely. */
module.exports = async function requireBuild() {
	const missing = [...n8n.nodes, ...n8n.credentials].filter((file) => !fs.existsSync(path.join(root, file)));
	if (missing.length > 0) {
		throw new Error(`The package is not built (no ${missing.join(', ')}). Run "npm run build" first.`);
	}
};
