'use strict';

const assert = require('node:assert/strict');

const { onboard } = require('../../scripts/n8n/onboarding');

const GOOD_ROWS = 48;

const madeLearners = (sandbox) =>
	sandbox.control.records('users').filter(({ MISID }) => MISID?.startsWith('NT26-'));

module.exports = [
	[
		'50 rows in, 50 lines out: 48 learners onboarded, the two bad rows refused for the right reason',
		async ({ rest }, found) => {
			found.first = await onboard(rest);
			const { rows } = found.first;
			assert.equal(rows.length, 50);
			assert.deepEqual(
				rows.filter(({ asItShould }) => !asItShould),
				[],
			);
			assert.deepEqual(
				rows.filter(({ outcome }) => outcome === 'refused').map(({ misId }) => misId),
				['NT26-017', 'NT26-036'],
			);
			assert.equal(rows.filter(({ outcome }) => outcome === 'onboarded').length, GOOD_ROWS);
		},
	],
	[
		'OneFile has each of them once, under the id of the table, with their standard and units',
		async ({ sandbox }, { first }) => {
			const made = madeLearners(sandbox);
			assert.equal(made.length, GOOD_ROWS);
			for (const person of made) {
				const row = first.rows.find(({ misId }) => misId === person.MISID);
				assert.equal(row.oneFileId, person.ID, person.MISID);
				assert.equal(
					sandbox.control.records('learningAims', { UserID: person.ID }).length,
					1,
					`${person.MISID}: standards`,
				);
				assert.equal(
					sandbox.control.records('unitSummaries', { UserID: person.ID }).length,
					row.units,
					`${person.MISID}: units`,
				);
				assert.ok(row.units > 0, `${person.MISID} has no unit`);
			}
		},
	],
	[
		'the same spreadsheet again makes nobody twice and says that they are there',
		async ({ rest, sandbox }, found) => {
			found.second = await onboard(rest);
			assert.equal(madeLearners(sandbox).length, GOOD_ROWS);
			assert.deepEqual(
				found.second.rows.map(({ oneFileId }) => oneFileId),
				found.first.rows.map(({ oneFileId }) => oneFileId),
			);
			assert.equal(found.second.rows.filter(({ outcome }) => outcome === 'already there').length, GOOD_ROWS);
			assert.deepEqual(
				found.second.rows.filter(({ asItShould }) => !asItShould),
				[],
			);
		},
	],
];
