'use strict';

const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const local = path.join(root, '.n8n-local');

/** Exact releases: n8n pins its own parts exactly too, and a registry does not always hold all of them. */
const versions = { n8n: '2.41.1', pnpm: '12.21.0' };

/** Everything that `npm start` makes lies in `.n8n-local/`, which git ignores; deleting it loses nothing but time. */
module.exports = {
	root,
	local,
	versions,
	examples: path.join(root, 'examples'),
	node: path.join(local, 'node'),
	pnpm: path.join(local, 'pnpm'),
	pnpmStore: path.join(local, 'pnpm-store'),
	n8n: path.join(local, `n8n-${versions.n8n}`),
	package: path.join(local, 'package'),
	data: path.join(local, 'data'),
	running: path.join(local, 'running.json'),
	/** The exact tree of packages n8n is installed as. It names versions and checksums, no addresses. */
	lockfile: path.join(__dirname, 'pnpm-lock.yaml'),
};
