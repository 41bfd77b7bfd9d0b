'use strict';

const { series, task } = require('gulp');

const { clean, compile } = require('./scripts/build/compile');
const { bundleThrottle } = require('./scripts/build/bundleThrottle');
const { checkIcons } = require('./scripts/build/checkIcons');
const { checkPack } = require('./scripts/build/checkPack');

/**
 * `npm run build`. The compiler is n8n's official one; gulp adds what it cannot do: it ships no
 * library code, so p-throttle is inlined, and it does not look at what npm would publish.
 */
const build = series(clean, compile, bundleThrottle, checkIcons, checkPack);

/** For the watching developer: everything but the slow look at the packed files. */
const buildFast = series(clean, compile, bundleThrottle);

task('build', build);
task('build:fast', buildFast);
task('checkPack', checkPack);
