'use strict';

const { readFields } = require('../input');
const { is } = require('../lookup');

const RECORD = ['ID', 'LearnerID', 'Title', 'PlanOn', 'AssessorSignedOn', 'LearnerSignedOn'];

/** C-SUN and C-TOOLS; plans are only ever read. */
module.exports = (app, { lookup, answers }) => {
	for (const path of ['/Plan/Search', '/Plan/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const filters = readFields(request, { OrganisationID: 'id', LearnerID: 'id' });
			const rows = lookup.search(request, 'plans', filters, {
				OrganisationID: (plan, id) => lookup.organisationOf(plan) === id,
				LearnerID: is('LearnerID'),
			});
			return answers.search(request, reply, rows, { stub: ['ID', 'PlanOn'], full: RECORD });
		});
	}

	app.get('/Plan/:id', async (request, reply) =>
		answers.record(reply, lookup.inPath(request, 'plans', request.params.id), { all: RECORD }),
	);
};
