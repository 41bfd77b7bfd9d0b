'use strict';

const { CODES, Refusal } = require('../errors');

/** Customer token in a header, session in the body, as bare text (A-AUTH and six clients). The request body is ignored. */
module.exports = (app, { settings, sessions, answers }) => {
	app.post('/Authentication', async (request, reply) => {
		if (!request.customer) return wrongToken(reply);
		const session = sessions.open(request.customer);
		reply.type('text/plain; charset=utf-8');
		const forms = {
			plain: () => reply.send(session),
			quoted: () => reply.send(`"${session}"`),
			newline: () => reply.send(`${session}\r\n`),
			html: () => answers.html(reply, 200),
			empty: () => reply.send(''),
			header: () => reply.header('x-tokenid', session).send(''),
		};
		return forms[settings.quirks.sessionBody]();
	});

	// Status and body for a wrong token are not recorded; a client shows the body as the message (C-SUN).
	function wrongToken(reply) {
		const { badToken } = settings.quirks;
		if (badToken === 'html') return answers.html(reply, 401);
		if (badToken === 'empty') return reply.code(401).send();
		return answers.refused(reply, new Refusal('The customer token is not valid.', CODES.other, badToken));
	}
};
