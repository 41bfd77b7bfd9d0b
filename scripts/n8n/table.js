'use strict';

const Table = require('cli-table3');

const COLUMNS = {
	row: 'Row',
	learner: 'Learner',
	oneFileId: 'OneFile id',
	standard: 'Standard',
	units: 'Units',
	outcome: 'Outcome',
	reason: 'Reason',
};
const STANDARD_WIDTH = 32;
/** Row, OneFile id, units, outcome and the lines between: what is left of the terminal goes to learner and reason. */
const FIXED_WIDTH = 50 + STANDARD_WIDTH;
const LEARNER_WIDTH = 24;

/** No lines between the rows: fifty learners are long enough. */
const COMPACT = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** The result of the onboarding as a table that a terminal can show. */
function renderRows(rows, width = process.stdout.columns ?? 150) {
	const reasonWidth = Math.max(30, width - FIXED_WIDTH - LEARNER_WIDTH);
	const table = new Table({
		head: Object.values(COLUMNS),
		wordWrap: true,
		colWidths: [5, LEARNER_WIDTH, null, STANDARD_WIDTH, null, null, reasonWidth],
		chars: COMPACT,
		style: { head: [], border: [] },
	});
	for (const row of rows) {
		const mark = row.asItShould ? (row.isBadOnPurpose ? '○' : '✔') : '✘';
		table.push(
			Object.keys(COLUMNS).map((key) =>
				key === 'outcome' ? `${mark} ${row.outcome}` : String(row[key] ?? ''),
			),
		);
	}
	return table.toString();
}

function summarise(rows) {
	const good = rows.filter(({ isBadOnPurpose }) => !isBadOnPurpose);
	const bad = rows.filter(({ isBadOnPurpose }) => isBadOnPurpose);
	const lines = [
		`${good.filter(({ asItShould }) => asItShould).length} of ${good.length} learners onboarded; ` +
			`${bad.filter(({ asItShould }) => asItShould).length} of ${bad.length} rows that are wrong on purpose (○) refused for the right reason.`,
	];
	for (const row of rows.filter(({ asItShould }) => !asItShould))
		lines.push(`✘ Row ${row.row} (${row.learner}): ${row.outcome}. ${row.reason}`);
	return lines.join('\n');
}

/** What the list cost of OneFile's limit. */
function countCalls(rows, calls) {
	const learners = rows.filter(({ outcome }) => outcome === 'onboarded').length;
	const units = rows.reduce((sum, row) => sum + Number(row.units || 0), 0);
	if (learners === 0) return `${calls.length} calls to OneFile.`;
	const each = (calls.length / learners).toFixed(1);
	return `${calls.length} calls to OneFile: ${each} for each onboarded learner, log-in and look-ups included (${units} of them for units).`;
}

module.exports = { countCalls, renderRows, summarise };
