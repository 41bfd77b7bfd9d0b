'use strict';

const fs = require('node:fs/promises');

const { npm } = require('../n8n/children');
const { orComplain } = require('./orComplain');
const { root } = require('./paths');

/** What npm adds to every package, whatever `files` says. */
const always = ['LICENSE', 'README.md', 'package.json'];

/** The files that the package should hold, told from the sources. */
async function expectedFiles() {
	const files = [...always];
	for (const folder of ['credentials', 'icons', 'nodes']) {
		const entries = await fs.readdir(`${root}/${folder}`, { recursive: true, withFileTypes: true });
		for (const entry of entries.filter((each) => each.isFile())) {
			const file = `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('\\', '/');
			const name = `dist/${file.slice(root.length + 1)}`;
			if (name.endsWith('.ts')) files.push(name.replace(/\.ts$/, '.js'));
			else if (/\.(json|svg)$/.test(name)) files.push(name);
		}
	}
	return files.sort();
}

/** The files that npm would put into the package. */
async function packedFiles() {
	const args = ['pack', '--dry-run', '--json', '--loglevel=error'];
	const answer = await orComplain('npm pack', npm(args, { cwd: root }));
	const [{ files }] = JSON.parse(answer);
	return files.map((file) => file.path).sort();
}

module.exports = { expectedFiles, packedFiles };
