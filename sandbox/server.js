'use strict';

const fastify = require('fastify');
const formbody = require('@fastify/formbody');
const { CODES, Refusal, UnknownId } = require('./errors');
const { Gate } = require('./gate');
const { controlRoutes } = require('./routes/control');

const RESOURCES = [
	require('./routes/authentication'),
	require('./routes/organisations'),
	require('./routes/users'),
	require('./routes/user-assignments'),
	require('./routes/classrooms'),
	require('./routes/placements'),
	require('./routes/providers'),
	require('./routes/standards'),
	require('./routes/units'),
	require('./routes/framework-templates'),
	require('./routes/learning-aims'),
	require('./routes/unit-summaries'),
	require('./routes/reviews'),
	require('./routes/visits'),
	require('./routes/plans'),
	require('./routes/timesheets'),
];

/** OneFile's outside: any case of path, a trailing slash, JSON or form bodies, empty bodies of any kind. */
function buildServer(sandbox) {
	const app = fastify({
		forceCloseConnections: true,
		routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
	});
	const gate = new Gate(sandbox);

	for (const name of ['call', 'version', 'customer', 'sessionFault', 'fault', 'unreadable']) {
		app.decorateRequest(name, null);
	}
	app.register(formbody);
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, async (request, text) =>
		parseJson(request, text),
	);
	app.addContentTypeParser('*', { parseAs: 'string' }, async (request, text) => {
		if (text.trim() !== '') {
			request.unreadable = new Refusal('The media type is not supported.', undefined, 415);
		}
		return undefined;
	});
	app.addHook('onRequest', (request, reply) => gate.enter(request, reply));
	app.addHook('preHandler', async (request) => {
		if (request.call) request.call.body = request.body ?? null;
	});
	app.addHook('onSend', async (request, reply) => gate.leave(request, reply));
	app.setNotFoundHandler((request, reply) => sandbox.answers.html(reply, 404));
	app.setErrorHandler((error, request, reply) => answerError(sandbox, error, request, reply));

	for (const version of ['v2', 'v2.1']) {
		app.register(async (api) => RESOURCES.forEach((routes) => routes(api, sandbox)), {
			prefix: `/api/${version}`,
		});
	}
	app.register(async (own) => controlRoutes(own, sandbox), { prefix: '/_sandbox' });
	return app;
}

/**
 * An object, or the empty array that C-SUN sends where there is nothing to say. What cannot be read matters only to
 * calls that take fields: Authentication is known to ignore its body.
 */
function parseJson(request, text) {
	if (text.trim() === '') return undefined;
	try {
		const body = JSON.parse(text);
		if (typeof body === 'object') return body;
	} catch {
		// Answered like any other body that is no object.
	}
	request.unreadable = new Refusal('The request body is not a valid JSON object.');
	return undefined;
}

function answerError({ answers }, error, request, reply) {
	if (error instanceof UnknownId) return answers.unknownId(reply);
	if (error.statusCode) {
		return answers.refused(reply, {
			code: CODES.other,
			...error,
			message: error.message,
			statusCode: error.statusCode,
		});
	}
	// A defect of the sandbox itself: the log says where.
	if (request.call) request.call.defect = error.stack;
	return answers.html(reply, 500);
}

module.exports = { buildServer };
