'use strict';

const { readFields, requireFields } = require('../input');
const { contains, is } = require('../lookup');

/** C-TOOLS; A-DATA for the search; A-TRACKER for Name and StartOn. */
const FIELDS = {
	OrganisationID: 'id',
	Name: 'text',
	StartOn: 'dateTime',
	Archive: 'flag',
	CompletionMessage: 'text',
	SendCompletionMessage: 'flag',
	IVFinalSignOff: 'flag',
	MISID: 'text',
};
const RECORD = ['ID', ...Object.keys(FIELDS)];

module.exports = (app, { lookup, answers, state }) => {
	app.post('/Classroom', async (request, reply) => {
		const fields = readFields(request, FIELDS);
		requireFields(fields, ['Name']);
		lookup.organisation(request, fields.OrganisationID);
		return answers.created(reply, state.classrooms.add({ Archive: false, ...fields }).ID);
	});

	for (const path of ['/Classroom/Search', '/Classroom/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const filters = readFields(request, { OrganisationID: 'id', Name: 'text' });
			const rows = lookup.search(request, 'classrooms', filters, {
				OrganisationID: is('OrganisationID'),
				Name: contains('Name'),
			});
			return answers.search(request, reply, rows, { stub: ['ID', 'Name', 'MISID'], full: RECORD });
		});
	}

	app.get('/Classroom/:id', async (request, reply) =>
		answers.record(reply, lookup.inPath(request, 'classrooms', request.params.id), {
			all: RECORD,
			seen: ['ID', 'Name'],
		}),
	);

	app.post('/Classroom/:id', async (request, reply) => {
		const classroom = lookup.inPath(request, 'classrooms', request.params.id);
		const changed = { ...classroom, ...readFields(request, FIELDS) };
		requireFields(changed, ['Name']);
		lookup.organisation(request, changed.OrganisationID);
		return answers.written(reply, Object.assign(classroom, changed));
	});
};
