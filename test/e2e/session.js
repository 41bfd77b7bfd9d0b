'use strict';

const assert = require('node:assert/strict');

const { execute, finished, outputOf } = require('../../scripts/n8n/executions');

const logins = ({ log }) => log.calls({ method: 'POST', path: /^\/authentication$/i }).length;

module.exports = [
	[
		'n8n restarted, a third execution: still the one login of the first',
		async (stack, found) => {
			found.outsideBeforeRestart = stack.server.outsideCalls();
			assert.equal(logins(stack.sandbox), 1, 'before the restart');
			await stack.server.stop();
			await stack.startN8n();
			found.third = await finished(stack.rest, await execute(stack.rest, 'onefileUnits0001'));
			assert.equal(found.third.status, 'success', found.third.error?.message);
			assert.ok(
				outputOf(found.third, 'Units of the standard').length > 0,
				'the third execution gave no units',
			);
			assert.equal(logins(stack.sandbox), 1, 'after the restart');
		},
	],
];
