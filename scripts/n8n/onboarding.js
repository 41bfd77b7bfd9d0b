'use strict';

const { execute, finished, outputOf } = require('./executions');

const WORKFLOW = 'onefileOnboard01';
const RESULT_NODE = 'One line per learner';

/** The two rows of examples/learners.csv that are wrong on purpose, and what they have to be refused for. */
const BAD_ROWS = {
	'NT26-017': /assessor.*missing/i,
	'NT26-036': /Welding Evening Group/,
};

/** Runs "Onboard learners from a spreadsheet" and gives one result for each row of the spreadsheet. */
async function onboard(rest) {
	const execution = await finished(rest, await execute(rest, WORKFLOW));
	if (execution.status !== 'success') {
		throw new Error(
			`"Onboard learners from a spreadsheet" ended with ${execution.status}: ${execution.error?.message ?? 'n8n gives no reason'}`,
		);
	}
	return { execution, rows: outputOf(execution, RESULT_NODE).map(judge) };
}

/** A row is as it should be when it was onboarded, or was refused on purpose for the right reason. */
function judge(row) {
	const expected = BAD_ROWS[row.misId];
	const asItShould = expected
		? row.outcome === 'refused' && expected.test(row.reason)
		: ['onboarded', 'already there'].includes(row.outcome);
	return { ...row, isBadOnPurpose: Boolean(expected), asItShould };
}

module.exports = { onboard, WORKFLOW, RESULT_NODE };
