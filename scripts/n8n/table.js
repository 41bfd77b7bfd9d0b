'use strict';

const Table = require('cli-table3');

const COLUMNS = { row: 'Row', learner: 'Learner', oneFileId: 'OneFile id', standard: 'Standard', units: 'Units', outcome: 'Outcome', reason: 'Reason' };
const REASON_WIDTH = 60;

/** The result of the onboarding as a table that a terminal can show. */
function renderRows(rows) {
	const table = new Table({ head: Object.values(COLUMNS), wordWrap: true, colWidths: [5, null, null, null, null, null, REASON_WIDTH], style: { head: [], border: [] } });
	for (const row of rows) {
		const mark = row.asItShould ? (row.isBadOnPurpose ? '○' : '✔') : '✘';
		table.push(Object.keys(COLUMNS).map((key) => (key === 'outcome' ? `${mark} ${row.outcome}` : String(row[key] ?? ''))));
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
	for (const row of rows.filter(({ asItShould }) => !asItShould)) lines.push(`✘ Row ${row.row} (${row.learner}): ${row.outcome}. ${row.reason}`);
	return lines.join('\n');
}

module.exports = { renderRows, summarise };
