'use strict';

const { Refusal } = require('../errors');
const { readFields } = require('../input');
const { contains, includes } = require('../lookup');

const FIELDS = ['ID', 'Title', 'NDAQCode', 'Display'];

/** C-SDK for the fields; a search by organisation alone works too (C-VAN). */
module.exports = (app, sandbox) => {
	const { lookup, answers, state } = sandbox;

	for (const path of ['/Unit/Search', '/Unit/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const filters = readFields(request, { OrganisationID: 'id', StandardID: 'id', Title: 'text' });
			const rows = lookup.search(request, 'units', filters, {
				OrganisationID: includes('organisations'),
				StandardID: includes('standards'),
				Title: contains('Title'),
			});
			return answers.search(request, reply, rows, { stub: FIELDS });
		});
	}

	app.get('/Unit/:id', async (request, reply) =>
		answers.record(reply, lookup.inPath(request, 'units', request.params.id), { all: FIELDS }),
	);

	app.post('/Unit/:id/Assign/:learnerId/:standardId', async (request, reply) => {
		const unit = lookup.inPath(request, 'units', request.params.id);
		const learner = lookup.learnerInPath(request, request.params.learnerId);
		const standard = lookup.inPath(request, 'standards', request.params.standardId);
		if (!unit.standards.includes(standard.ID)) throw new Refusal('The unit does not belong to the standard.');
		const aim = state.aimOf(learner.ID, standard.ID);
		if (!aim) throw new Refusal('The standard is not assigned to the learner.');
		// A repeat for the same learner fails (C-SDK), whichever standard it is for.
		if (state.summaryOf(learner.ID, unit.ID)) {
			throw new Refusal('The unit is already assigned to the learner.');
		}
		learner.LastModified = sandbox.now();
		return answers.created(reply, state.assignUnit(learner, unit, aim).ID);
	});
};
