'use strict';

const fs = require('node:fs/promises');
const path = require('node:path');

const esbuild = require('esbuild');

const { Complaint } = require('./complaint');
const { fromRoot, throttle, timers } = require('./paths');

/**
 * n8n installs a community package without its dependencies, so `require('p-throttle')` must not be left in
 * dist: the library is inlined, readable and under its own licence. Everything else throttle.js imports stays
 * an import, so that a module keeps being one module with one state, whoever imports it.
 */
async function bundleThrottle() {
	const compiled = await fs.readFile(throttle, 'utf8');
	if (!compiled.includes('require("p-throttle")')) {
		throw new Complaint('transport/throttle.ts no longer imports p-throttle: there is nothing to inline.');
	}

	await esbuild.build({
		entryPoints: [throttle],
		outfile: throttle,
		allowOverwrite: true,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		minify: false,
		legalComments: 'inline',
		inject: [timers],
		define: { setTimeout: 'startTimer', clearTimeout: 'stopTimer' },
		external: ['n8n-workflow'],
		plugins: [keepOwnImports, carryLicence],
		logLevel: 'silent',
	});
}

const keepOwnImports = {
	name: 'keep-own-imports',
	setup(build) {
		build.onResolve({ filter: /^\.\.?\// }, (args) => ({ path: args.path, external: true }));
	},
};

const carryLicence = {
	name: 'carry-licence',
	setup(build) {
		build.onLoad({ filter: /[\\/]p-throttle[\\/]index\.js$/ }, async (args) => {
			const library = path.dirname(args.path);
			const { version } = JSON.parse(await fs.readFile(path.join(library, 'package.json'), 'utf8'));
			const licence = (await fs.readFile(path.join(library, 'license'), 'utf8')).trim();
			const comment = `/*!\np-throttle ${version}\n\n${licence}\n*/`;
			return { contents: `${comment}\n${await fs.readFile(args.path, 'utf8')}`, loader: 'js' };
		});
	},
};

module.exports = { bundleThrottle };
