'use strict';

// A program of its own, so that what it loads resolves as in n8n: node loadEntries.js <folder of the package>
const fs = require('node:fs');
const path = require('node:path');

const folder = process.argv[2];
const { n8n } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));

for (const entry of [...n8n.credentials, ...n8n.nodes]) {
	// n8n takes the class's name from the file's.
	const name = path.basename(entry).split('.')[0];
	const loaded = require(path.join(folder, entry));
	if (typeof loaded[name] !== 'function') throw new Error(`${entry} exports no class ${name}.`);
	const made = new loaded[name]();
	if (!(made.name ?? made.description?.name)) throw new Error(`${entry}: ${name} has no name.`);
}

for (const entry of n8n.nodes) {
	const codexFile = entry.replace(/\.js$/, '.json');
	const codex = JSON.parse(fs.readFileSync(path.join(folder, codexFile), 'utf8'));
	// Without `resources` n8n drops the whole file and says nothing.
	if (!codex.resources) throw new Error(`${codexFile} has no "resources"; n8n would ignore the file.`);
}
