'use strict';

const { parseArgs } = require('node:util');
const { startSandbox } = require('../sandbox');

const USAGE = `npm run sandbox -- [--port 4010] [--limit 100] [--retry-after none|seconds|date] [--latency 0]

A stand-in OneFile on loopback. docs/sandbox.md tells what it does and how to control it.`;

const OPTIONS = {
	port: { type: 'string', default: '4010' },
	limit: { type: 'string', default: '100' },
	'retry-after': { type: 'string', default: 'none' },
	latency: { type: 'string', default: '0' },
	help: { type: 'boolean', default: false },
};

function readNumber(values, name) {
	const number = Number(values[name]);
	if (!Number.isInteger(number) || number < 0) {
		throw new Error(`--${name} takes a whole number, not "${values[name]}"`);
	}
	return number;
}

async function main() {
	const { values } = parseArgs({ options: OPTIONS });
	if (values.help) {
		console.log(USAGE);
		return;
	}
	const sandbox = await startSandbox({
		port: readNumber(values, 'port'),
		limit: readNumber(values, 'limit'),
		retryAfter: values['retry-after'],
		latencyMs: readNumber(values, 'latency'),
	});
	const { apiUrl, url, customerToken } = sandbox;
	console.log(`OneFile sandbox is running; Ctrl-C ends it.

  Base URL        ${apiUrl}/v2   and   ${apiUrl}/v2.1
  Customer token  ${customerToken}
  Limit           ${values.limit} calls a minute

Try it:

  SESSION=$(curl -s -X POST ${apiUrl}/v2.1/Authentication -H 'X-CustomerToken: ${customerToken}')
  curl -s ${apiUrl}/v2.1/Customer -H "X-TokenID: $SESSION"
  curl -s ${apiUrl}/v2.1/User/Search/1/5 -H "X-TokenID: $SESSION" -H 'Content-Type: application/json' -d '{"Role": 1}'

What it was asked: ${url}/_sandbox/log`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => sandbox.close());
}

main().catch((error) => {
	const isTaken = error.code === 'EADDRINUSE';
	console.error(
		isTaken
			? 'That port is taken. Choose another with --port, or --port 0 for any free one.'
			: `${error.message}\n\n${USAGE}`,
	);
	process.exitCode = 1;
});
