'use strict';

const { Refusal } = require('../errors');
const { readFields, requireFields } = require('../input');
const { ROLES } = require('../seed/staff');

/** C-SUN, which sends all of these; visits are only ever created. */
const FIELDS = {
	LearnerID: 'id',
	OrganisationID: 'id',
	AssessorID: 'id',
	DateFrom: 'dateTime',
	DateTo: 'dateTime',
	VisitTypeID: 'id',
	SMSReminder: 'flag',
};

module.exports = (app, { lookup, answers, state }) => {
	app.post('/Visit', async (request, reply) => {
		const fields = readFields(request, FIELDS);
		requireFields(fields, ['LearnerID', 'AssessorID', 'DateFrom', 'DateTo']);
		const organisation = lookup.organisation(request, fields.OrganisationID);
		lookup.user(fields.LearnerID, organisation.ID, [ROLES.learner], 'Learner');
		lookup.user(fields.AssessorID, organisation.ID, [ROLES.assessor], 'Assessor');
		if (fields.DateTo < fields.DateFrom) throw new Refusal('DateTo is before DateFrom.');
		return answers.created(reply, state.visits.add({ VisitTypeID: 2, SMSReminder: false, ...fields }).ID);
	});
};
