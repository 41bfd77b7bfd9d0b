'use strict';

const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const fromRoot = (...parts) => path.join(root, ...parts);

module.exports = {
	root,
	fromRoot,
	dist: fromRoot('dist'),
	/** The one file of ours that uses p-throttle, as the compiler leaves it. */
	throttle: fromRoot('dist', 'nodes', 'OneFile', 'transport', 'throttle.js'),
	/** What stands in for the timers that a community node may not use. */
	timers: fromRoot('scripts', 'build', 'timers.mjs'),
};
