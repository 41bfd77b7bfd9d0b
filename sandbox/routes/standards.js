'use strict';

const { Refusal } = require('../errors');
const { readFields } = require('../input');
const { contains, includes, is } = require('../lookup');

const FIELDS = ['ID', 'Title'];

/** SEED, A-FWK; C-SUN stores what an assignment answers as the id of the learning aim. */
module.exports = (app, sandbox) => {
	const { lookup, answers, state } = sandbox;

	for (const path of ['/Standard/Search', '/Standard/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const filters = readFields(request, {
				OrganisationID: 'id',
				CustomerID: 'id',
				ID: 'id',
				Title: 'text',
			});
			const rows = lookup.search(request, 'standards', filters, {
				OrganisationID: includes('organisations'),
				CustomerID: (standard, id) => id === request.customer.ID,
				ID: is('ID'),
				Title: contains('Title'),
			});
			return answers.search(request, reply, rows, { stub: FIELDS });
		});
	}

	app.get('/Standard/:id', async (request, reply) =>
		answers.record(reply, lookup.inPath(request, 'standards', request.params.id), { all: FIELDS }),
	);

	app.post('/Standard/:id/Assign/:learnerId', async (request, reply) => {
		const standard = lookup.inPath(request, 'standards', request.params.id);
		const learner = lookup.learnerInPath(request, request.params.learnerId);
		if (!standard.organisations.includes(learner.OrganisationID)) {
			throw new Refusal("The standard is not assigned to the learner's organisation.");
		}
		// Not documented for standards; units are known to refuse a repeat.
		if (state.aimOf(learner.ID, standard.ID)) {
			throw new Refusal('The standard is already assigned to the learner.');
		}
		learner.LastModified = sandbox.now();
		return answers.created(reply, state.assignStandard(learner, standard, learner.LastModified).ID);
	});
};
