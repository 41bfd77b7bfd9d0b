'use strict';

const { readFields, requireFields } = require('../input');
const { contains, is } = require('../lookup');

/** C-TOOLS only; what is read of the answers was not seen. */
const FIELDS = { OrganisationID: 'id', Name: 'text' };
const RECORD = ['ID', ...Object.keys(FIELDS)];

module.exports = (app, { lookup, answers, state }) => {
	app.post('/Provider', async (request, reply) => {
		const fields = readFields(request, FIELDS);
		requireFields(fields, ['Name']);
		lookup.organisation(request, fields.OrganisationID);
		return answers.created(reply, state.providers.add(fields).ID);
	});

	for (const path of ['/Provider/Search', '/Provider/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const rows = lookup.search(request, 'providers', readFields(request, FIELDS), {
				OrganisationID: is('OrganisationID'),
				Name: contains('Name'),
			});
			return answers.search(request, reply, rows, { stub: RECORD });
		});
	}

	app.get('/Provider/:id', async (request, reply) =>
		answers.record(reply, lookup.inPath(request, 'providers', request.params.id), { all: RECORD }),
	);

	app.post('/Provider/:id', async (request, reply) => {
		const provider = lookup.inPath(request, 'providers', request.params.id);
		const changed = { ...provider, ...readFields(request, FIELDS) };
		requireFields(changed, ['Name']);
		lookup.organisation(request, changed.OrganisationID);
		return answers.written(reply, Object.assign(provider, changed));
	});
};
