'use strict';

/** n8n ties a log-in to the browser that it was made in, and knows it by a header. */
const BROWSER = 'npm-start';

/** The interface that n8n's editor talks to, with the same log-in. */
function connect(url) {
	let cookie = '';

	async function call(method, path, body) {
		const answer = await fetch(`${url}/rest${path}`, {
			method,
			headers: { 'content-type': 'application/json', 'browser-id': BROWSER, ...(cookie && { cookie }) },
			body: body && JSON.stringify(body),
		});
		const set = answer.headers.getSetCookie();
		if (set.length) cookie = set.map((line) => line.split(';')[0]).join('; ');
		const text = await answer.text();
		if (!answer.ok)
			throw Object.assign(
				new Error(`n8n answered ${answer.status} to ${method} ${path}: ${text.slice(0, 500)}`),
				{ status: answer.status },
			);
		const parsed = text ? JSON.parse(text) : undefined;
		return parsed?.data ?? parsed;
	}

	return {
		/** Every node type that n8n offers, as the editor loads them. */
		nodeTypes: async () =>
			await (await fetch(`${url}/types/nodes.json`, { headers: { 'browser-id': BROWSER, cookie } })).json(),
		get: (path) => call('GET', path),
		post: (path, body) => call('POST', path, body ?? {}),
		patch: (path, body) => call('PATCH', path, body),
	};
}

module.exports = { connect };
