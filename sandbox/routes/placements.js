'use strict';

const { readFields, requireFields } = require('../input');
const { contains, is } = require('../lookup');

/** C-SUN and C-TOOLS; A-DATA for the search, whose sample is cut after ID and Name. */
const FIELDS = {
	OrganisationID: 'id',
	Name: 'text',
	Address: 'text',
	Active: 'flag',
	Contact: 'text',
	Email: 'text',
	Fax: 'text',
	Telephone: 'text',
	Web: 'text',
	MISID: 'text',
};
const RECORD = ['ID', ...Object.keys(FIELDS)];

module.exports = (app, { lookup, answers, state }) => {
	app.post('/Placement', async (request, reply) => {
		const fields = readFields(request, FIELDS);
		requireFields(fields, ['Name']);
		lookup.organisation(request, fields.OrganisationID);
		return answers.created(reply, state.placements.add({ Active: true, ...fields }).ID);
	});

	for (const path of ['/Placement/Search', '/Placement/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const filters = readFields(request, { OrganisationID: 'id', Name: 'text' });
			const rows = lookup.search(request, 'placements', filters, {
				OrganisationID: is('OrganisationID'),
				Name: contains('Name'),
			});
			return answers.search(request, reply, rows, { stub: ['ID', 'Name'], full: RECORD });
		});
	}

	app.get('/Placement/:id', async (request, reply) =>
		answers.record(reply, lookup.inPath(request, 'placements', request.params.id), {
			all: RECORD,
			seen: ['ID', 'Name', 'Active', 'Address'],
		}),
	);

	app.post('/Placement/:id', async (request, reply) => {
		const placement = lookup.inPath(request, 'placements', request.params.id);
		const changed = { ...placement, ...readFields(request, FIELDS) };
		requireFields(changed, ['Name']);
		lookup.organisation(request, changed.OrganisationID);
		return answers.written(reply, Object.assign(placement, changed));
	});
};
