'use strict';

const { Refusal } = require('../errors');
const { readFields, requireFields } = require('../input');
const { is, notAfter, notBefore } = require('../lookup');
const { ROLES } = require('../seed/staff');

/** C-SUN and the request collection of C-TOOLS. */
const FIELDS = {
	LearnerID: 'id',
	AssessorID: 'id',
	EmployerID: 'id',
	Status: 'id',
	CreatedOn: 'dateTime',
	ScheduledFor: 'dateTime',
	StartedOn: 'dateTime',
	AssessorSignedOn: 'dateTime',
	LearnerSignedOn: 'dateTime',
	EmployerSignedOn: 'dateTime',
	EndTime: 'dateTime',
	VisitID: 'id',
	Progress: 'number',
};
const RECORD = ['ID', ...Object.keys(FIELDS)];
const SEEN = RECORD.filter((name) => name !== 'Status' && name !== 'EndTime');

module.exports = (app, sandbox) => {
	const { lookup, answers, state } = sandbox;

	app.post('/Review', async (request, reply) => {
		const fields = readFields(request, FIELDS);
		requireFields(fields, ['LearnerID', 'AssessorID']);
		const learner = state.users.get(fields.LearnerID);
		if (!learner || !lookup.isOwn(request, learner) || learner.Role !== ROLES.learner) {
			throw new Refusal('Learner not found.');
		}
		lookup.user(fields.AssessorID, learner.OrganisationID, [ROLES.assessor], 'Assessor');
		// 0 stands for none, as in the request that C-TOOLS keeps.
		if (fields.EmployerID) {
			lookup.user(fields.EmployerID, learner.OrganisationID, [ROLES.employer], 'Employer');
		}
		if (fields.VisitID && state.visits.get(fields.VisitID)?.LearnerID !== learner.ID) {
			throw new Refusal('Visit not found.');
		}
		return answers.created(reply, state.reviews.add({ Status: 0, CreatedOn: sandbox.now(), ...fields }).ID);
	});

	for (const path of ['/Review/Search', '/Review/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const filters = readFields(request, {
				OrganisationID: 'id',
				LearnerID: 'id',
				Status: 'id',
				DateFrom: 'dateTime',
				DateTo: 'dateTime',
			});
			const rows = lookup.search(request, 'reviews', filters, {
				OrganisationID: (review, id) => lookup.organisationOf(review) === id,
				LearnerID: is('LearnerID'),
				Status: is('Status'),
				DateFrom: notBefore('ScheduledFor'),
				DateTo: notAfter('ScheduledFor'),
			});
			return answers.search(request, reply, rows, { stub: ['ID', 'ScheduledFor'], full: RECORD });
		});
	}

	app.get('/Review/:id', async (request, reply) =>
		answers.record(reply, lookup.inPath(request, 'reviews', request.params.id), { all: RECORD, seen: SEEN }),
	);
};
