'use strict';

const cell = (text) =>
	String(text)
		.replace(/\s*\n\s*/g, ' ')
		.replaceAll('|', '\\|');

function table(head, rows) {
	const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
	return lines.map((row) => `| ${row.join(' | ')} |`).join('\n') + '\n';
}

module.exports = { table };
