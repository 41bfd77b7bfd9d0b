'use strict';

const { QUIRKS } = require('../../sandbox/quirks');
const { tour } = require('../../scripts/docs/tour');
const { compressTime } = require('../engine/compressTime');
const { connect } = require('../engine/connect');

compressTime();

/** What makes log-in itself impossible, or a centre's lists empty, is looked at elsewhere. */
const ELSEWHERE = ['sessionBody', 'badToken', 'statusLists'];

const quirks = Object.entries(QUIRKS)
	.filter(([name]) => !ELSEWHERE.includes(name))
	.flatMap(([name, { values }]) => values.slice(1).map((value) => [{ [name]: value }, 'v2']));

const hasId = (json) =>
	Object.entries(json).some(([key, value]) => /id$/i.test(key) && (value || value === 0));

/** Every operation of the node, one after the other, on a OneFile that answers in one of the ways that nobody knows for sure. */
test.each([[{}, 'v2'], [{}, 'v2.1'], ...quirks])(
	'every operation works and gives ids, with %p in %s',
	async (quirk, apiVersion) => {
		const { sandbox, n8n } = await connect({ quirks: quirk }, { apiVersion, organisationId: 5740 });
		const wrong = [];
		for (const [resource, operation, parameters] of tour(sandbox)) {
			const { json, error } = await n8n.run('operation', {
				node: { parameters: { resource, operation, ...parameters } },
			});
			if (error || json.length === 0 || !json.every(hasId))
				wrong.push([resource, operation, error?.message ?? json]);
		}
		expect(wrong).toEqual([]);
	},
);
