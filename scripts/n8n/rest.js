'use strict';

/** The interface that n8n's editor talks to, with the same log-in. */
function connect(url) {
	let cookie = '';

	async function call(method, path, body) {
		const answer = await fetch(`${url}/rest${path}`, {
			method,
			// n8n ties a log-in to the browser it was made in and knows it by this header.
			headers: { 'content-type': 'application/json', 'browser-id': 'npm-start', ...(cookie && { cookie }) },
			body: body && JSON.stringify(body),
		});
		const set = answer.headers.getSetCookie();
		if (set.length) cookie = set.map((line) => line.split(';')[0]).join('; ');
		const text = await answer.text();
		if (!answer.ok) throw Object.assign(new Error(`n8n answered ${answer.status} to ${method} ${path}: ${text.slice(0, 500)}`), { status: answer.status });
		const parsed = text ? JSON.parse(text) : undefined;
		return parsed?.data ?? parsed;
	}

	return {
		get: (path) => call('GET', path),
		post: (path, body) => call('POST', path, body ?? {}),
		patch: (path, body) => call('PATCH', path, body),
	};
}

module.exports = { connect };
