'use strict';

const { SEED } = require('../../sandbox');

/** A row of a spreadsheet as it should be: a made-up learner of organisation 5740. */
function learnerRow(number, changes = {}) {
	return {
		firstName: 'Ana',
		lastName: `O'Test${number}`,
		email: `ana${number}@example.com`,
		assessor: SEED.people.assessor.MISID,
		classroom: SEED.classrooms[0].Name,
		placement: SEED.placements[0].Name,
		misId: `T${number}`,
		startOn: '2026-09-03',
		dob: '2004-05-06',
		...changes,
	};
}

const learnerRows = (count) => Array.from({ length: count }, (_, index) => learnerRow(index + 1));

module.exports = { learnerRow, learnerRows };
