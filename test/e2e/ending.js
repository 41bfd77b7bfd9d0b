'use strict';

const assert = require('node:assert/strict');

module.exports = [
	[
		'nothing called outside this machine, before the restart and after it',
		async ({ server }, { outsideBeforeRestart }) => {
			assert.deepEqual([...outsideBeforeRestart, ...server.outsideCalls()], []);
		},
	],
	[
		'n8n ends cleanly when it is asked to',
		async ({ server }) => {
			await server.stop();
			assert.equal((await server.ended).code, 0);
			assert.throws(() => process.kill(server.pid, 0), /ESRCH/);
		},
	],
];
