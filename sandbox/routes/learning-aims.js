'use strict';

const { Refusal } = require('../errors');
const { readFields } = require('../input');
const { is, notAfter, notBefore } = require('../lookup');
const { learningAimStatuses } = require('../seed/centre');

const CHANGES = {
	ID: 'id',
	UserID: 'id',
	Status: 'id',
	StartDate: 'dateTime',
	PlannedEnd: 'dateTime',
	RegistrationNumber: 'text',
	RegistrationDate: 'dateTime',
	CertificateAppliedDate: 'dateTime',
	AchievedDate: 'dateTime',
};
const STUB = ['ID', 'StandardID', 'UserID', 'Status'];
const RECORD = [...STUB, 'Progress', ...Object.keys(CHANGES).filter((name) => !STUB.includes(name))];

/** C-SDK for the search, C-SUN for the rest. */
module.exports = (app, sandbox) => {
	const { lookup, answers, state } = sandbox;

	for (const path of ['/LearningAim/Search', '/LearningAim/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const filters = readFields(request, {
				UserID: 'id',
				LearningAimCompletionStatus: 'id',
				DateFrom: 'plainDate',
				DateTo: 'plainDate',
			});
			if (Object.keys(filters).length === 0) {
				throw new Refusal('The UserID or LearningAimCompletionStatus field is required.');
			}
			const rows = lookup.search(request, 'learningAims', filters, {
				UserID: is('UserID'),
				LearningAimCompletionStatus: is('Status'),
				// Which of the dates the period is about is not documented; the day it was achieved fits the known use.
				DateFrom: notBefore('AchievedDate'),
				DateTo: notAfter('AchievedDate'),
			});
			return answers.search(request, reply, rows, { stub: STUB, full: RECORD });
		});
	}

	app.get('/LearningAim/:id', async (request, reply) =>
		answers.record(reply, lookup.inPath(request, 'learningAims', request.params.id), {
			all: RECORD,
			seen: ['ID', 'Progress'],
		}),
	);

	app.post('/LearningAim/:id', async (request, reply) => {
		const aim = lookup.inPath(request, 'learningAims', request.params.id);
		const changes = readFields(request, CHANGES);
		for (const name of ['ID', 'UserID']) {
			if (changes[name] !== undefined && changes[name] !== aim[name]) {
				throw new Refusal(`${name} does not belong to this learning aim.`);
			}
		}
		if (changes.Status !== undefined && !learningAimStatuses.some(({ ID }) => ID === changes.Status)) {
			throw new Refusal('Status not found.');
		}
		Object.assign(aim, changes);
		state.users.get(aim.UserID).LastModified = sandbox.now();
		return answers.written(reply, aim);
	});
};
