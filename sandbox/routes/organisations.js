'use strict';

const { is } = require('../lookup');
const { readFields } = require('../input');
const centre = require('../seed/centre');

const FIELDS = ['ID', 'Name', 'KeychainCreationForNewUserActive', 'KeychainEmailSuppression'];

/** Customer and organisations (A-DATA); the lists of a centre are known from C-TOOLS, their shape is not. */
module.exports = (app, { lookup, answers, settings, state }) => {
	app.get('/Customer', async ({ customer }, reply) =>
		answers.record(reply, customer, { all: ['ID', 'Name'] }),
	);

	for (const path of ['/Organisation/Search', '/Organisation/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const filters = readFields(request, { CustomerID: 'id' });
			const rows = lookup.search(request, 'organisations', filters, { CustomerID: is('CustomerID') });
			return answers.search(request, reply, rows, { stub: FIELDS });
		});
	}

	app.get('/Organisation/:id', async (request, reply) =>
		answers.record(reply, inPath(request), { all: FIELDS }),
	);

	const list = (rowsOf) => async (request, reply) => answers.list(reply, rowsOf(inPath(request)));
	const statuses = (rows) => list(() => (settings.quirks.statusLists === 'nothing' ? [] : rows));
	app.get('/Organisation/:id/LearnerStatuses', statuses(centre.learnerStatuses));
	app.get('/Organisation/:id/LearningAimStatuses', statuses(centre.learningAimStatuses));
	app.get(
		'/Organisation/:id/AssignedStandards',
		list(({ ID }) =>
			state.standards
				.where(({ organisations }) => organisations.includes(ID))
				.map((standard) => ({ ID: standard.ID, Title: standard.Title })),
		),
	);

	function inPath(request) {
		return lookup.inPath(request, 'organisations', request.params.id);
	}
};
