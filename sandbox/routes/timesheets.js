'use strict';

const TIMESHEET = ['TimesheetCategory', 'FromDate', 'ToDate', 'Comments', 'IsOffTheJob'];
const OFF_THE_JOB = [
	'ID',
	'ContractedHours',
	'TargetPercentage',
	'PlannedOTJ',
	'Duration',
	'MethodOfCalculatingOTJ',
	'MinimumOTJ',
	'PercentOfPlanned',
	'CachedActualHours',
];

/** C-FOLIO for timesheets, C-SUN and C-FOLIO for the off-the-job hours. */
module.exports = (app, { lookup, answers, state }) => {
	app.get('/Timesheet/Learner/:id', async (request, reply) => {
		const learner = lookup.learnerInPath(request, request.params.id);
		const rows = state.timesheets.where((timesheet) => timesheet.LearnerID === learner.ID);
		return answers.search(request, reply, rows, { stub: TIMESHEET });
	});

	app.get('/User/:id/offthejob', async (request, reply) => {
		const learner = lookup.learnerInPath(request, request.params.id);
		return answers.record(reply, state.offTheJob.get(learner.ID) ?? { ID: learner.ID }, { all: OFF_THE_JOB });
	});
};
