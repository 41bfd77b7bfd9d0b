'use strict';

module.exports = {
	testEnvironment: 'node',
	// Only test/ is crawled: .n8n-local holds gigabytes that are none of jest's business.
	roots: ['<rootDir>/test'],
	testMatch: ['<rootDir>/test/**/*.test.js'],
	// Real n8n has a run of its own, scripts/e2e.js.
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	// Plain CommonJS all the way: what runs is what is written.
	transform: {},
	globalSetup: '<rootDir>/test/requireBuild.js',
	maxWorkers: 2,
	// Against hanging only; nothing is tested by how long it takes, and a busy machine is slow.
	testTimeout: 60_000,
};
