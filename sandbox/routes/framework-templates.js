'use strict';

const { readFields, readPathFlag } = require('../input');
const { is } = require('../lookup');

/** A-FWK and C-SUN; only the unpaged search is known. */
module.exports = (app, sandbox) => {
	const { lookup, answers, state } = sandbox;

	app.post('/FrameworkTemplate/Search', async (request, reply) => {
		const filters = readFields(request, { OrganisationID: 'id' });
		const rows = lookup.search(request, 'frameworkTemplates', filters, {
			OrganisationID: is('OrganisationID'),
		});
		return answers.search(request, reply, rows, { stub: ['ID', 'Title'] });
	});

	/**
	 * Makes all learning aims and unit summaries of the template (A-FWK). onlyChangeAssigned is not explained, and
	 * C-SUN assigns with true: either way the learner ends up with what is missing and keeps what is there.
	 */
	app.post('/FrameworkTemplate/:id/Assign/:userId/:onlyChangeAssigned', async (request, reply) => {
		const template = lookup.inPath(request, 'frameworkTemplates', request.params.id);
		const learner = lookup.learnerInPath(request, request.params.userId);
		readPathFlag(request.params.onlyChangeAssigned, 'onlyChangeAssigned');
		learner.LastModified = sandbox.now();
		for (const standard of template.standards.map((id) => state.standards.get(id))) {
			const aim =
				state.aimOf(learner.ID, standard.ID) ?? state.assignStandard(learner, standard, learner.LastModified);
			const missing = standard.units.filter((unitId) => !state.summaryOf(learner.ID, unitId));
			for (const unitId of missing) state.assignUnit(learner, state.units.get(unitId), aim);
		}
		return answers.written(reply, learner);
	});
};
