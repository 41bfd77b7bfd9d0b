'use strict';

const { readFields, requireFields } = require('../input');
const { is } = require('../lookup');

// No fields were ever seen; these are what a unit summary cannot do without.
const FIELDS = ['ID', 'UserID', 'UnitID', 'StandardID', 'Progress'];

/** A-FWK documents the paged search only; the list under User is C-TOOLS. */
module.exports = (app, { lookup, answers, state }) => {
	app.post('/UnitSummary/Search/:page/:size', async (request, reply) => {
		const filters = readFields(request, { UserID: 'id' });
		requireFields(filters, ['UserID']);
		const rows = lookup.search(request, 'unitSummaries', filters, { UserID: is('UserID') });
		return answers.search(request, reply, rows, { stub: FIELDS });
	});

	app.get('/User/:id/UnitSummary', async (request, reply) => {
		const user = lookup.inPath(request, 'users', request.params.id);
		const rows = state.unitSummaries.where((summary) => summary.UserID === user.ID);
		return answers.search(request, reply, rows, { stub: FIELDS });
	});
};
