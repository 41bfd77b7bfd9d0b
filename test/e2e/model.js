'use strict';

const http = require('node:http');

/**
 * A stand-in for a language model, behind the interface that OpenAI's has: it answers each request with the next step of a
 * script. A step gets what the tools have answered so far and gives `{ tool, args }` to have a tool called, or `{ text }`.
 */
async function startModel(script) {
	const requests = [];
	const server = http.createServer(async (request, response) => {
		const body = JSON.parse(await textOf(request));
		requests.push(body);
		const step = script[requests.length - 1] ?? (() => ({ text: 'The script is at its end.' }));
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(completion(step(toolAnswers(body)), requests.length)));
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/v1`,
		requests,
		close: () => new Promise((resolve) => server.close(resolve)),
	};
}

async function textOf(stream) {
	const chunks = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}

/** What the tools answered, in the order in which they were called. */
function toolAnswers({ messages }) {
	return messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
}

function completion({ tool, args, text }, number) {
	const call = { id: `call_${number}`, type: 'function', function: { name: tool, arguments: JSON.stringify(args) } };
	return {
		id: `chatcmpl-${number}`,
		object: 'chat.completion',
		created: 0,
		model: 'stand-in',
		choices: [
			{
				index: 0,
				message: tool ? { role: 'assistant', content: null, tool_calls: [call] } : { role: 'assistant', content: text },
				finish_reason: tool ? 'tool_calls' : 'stop',
			},
		],
		usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
	};
}

module.exports = { startModel };
