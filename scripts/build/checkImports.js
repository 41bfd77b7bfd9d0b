'use strict';

const path = require('node:path');

const esbuild = require('esbuild');

const { Complaint } = require('./complaint');

/** What n8n itself provides to a community node, as far as this package may lean on it. */
const provided = ['n8n-workflow', 'crypto', 'node:crypto'];

/**
 * Follows every import of the packed files. n8n removes a package's devDependencies when it installs it, so
 * an import of anything that n8n does not provide works here and breaks there.
 */
async function checkImports(folder, files) {
	const foreign = new Set();
	await esbuild.build({
		absWorkingDir: folder,
		entryPoints: files.filter((file) => file.endsWith('.js')),
		outdir: 'never-written',
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		logLevel: 'silent',
		plugins: [
			{
				name: 'note-foreign-imports',
				setup(build) {
					build.onResolve({ filter: /^[^./]/ }, (args) => {
						if (args.kind === 'entry-point') return undefined;
						const from = path.relative(folder, args.importer);
						if (!provided.includes(args.path)) foreign.add(`  ${from} imports ${args.path}`);
						return { path: args.path, external: true };
					});
				},
			},
		],
	});
	if (foreign.size === 0) return;
	throw new Complaint(
		`The packed files import what n8n does not provide; inline it in the build or do without:\n${[...foreign].join('\n')}`,
	);
}

module.exports = { checkImports };
