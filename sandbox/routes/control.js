'use strict';

/** The control calls for other processes; no authentication, not counted, not logged. */
function controlRoutes(app, { control, log, settings }) {
	const answer = (act) => async (request, reply) => {
		try {
			return (await act(request)) ?? { ok: true };
		} catch (error) {
			return reply.code(400).send({ error: error.message });
		}
	};
	app.get(
		'/log',
		answer(({ query }) => log.calls({ since: Number(query.since ?? 0) })),
	);
	app.get(
		'/stats',
		answer(() => control.stats()),
	);
	app.get(
		'/settings',
		answer(() => settings.shown()),
	);
	app.get(
		'/state/:table',
		answer(({ params, query }) => control.records(params.table, query)),
	);
	app.post(
		'/reset',
		answer(() => control.reset()),
	);
	app.post(
		'/log/clear',
		answer(() => control.clearLog()),
	);
	app.post(
		'/clock',
		answer(({ body }) => control.advanceClock(body.advanceMs)),
	);
	app.post(
		'/sessions/revoke',
		answer(() => control.revokeSessions()),
	);
	app.post(
		'/settings',
		answer(({ body }) => control.changeSettings(body)),
	);
	app.post(
		'/faults',
		answer(({ body }) => control.faults(body)),
	);
	app.post(
		'/state/:table/:id',
		answer(({ params, body }) => control.changeRecord(params.table, params.id, body)),
	);
	app.post(
		'/users/:id',
		answer(({ params, body }) => control.changeUser(params.id, body)),
	);
}

module.exports = { controlRoutes };
