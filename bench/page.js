'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { root, versions } = require('../scripts/n8n/places');
const { picture } = require('./picture');

const PAGE = path.join(root, 'docs', 'performance.md');
const PICTURE = path.join(root, 'docs', 'performance.svg');
const BEGIN = '<!-- results: written by npm run bench -->';
const END = '<!-- end of results -->';

/** Puts the results into docs/performance.md, whose other words are written by hand, and draws the picture beside it. */
function writePage(results, { quick, minutes }) {
	const words = fs.readFileSync(PAGE, 'utf8');
	const [before, after] = [words.indexOf(BEGIN), words.indexOf(END)];
	if (before < 0 || after < before)
		throw new Error(`${PAGE} has lost the two comments between which the results go.`);
	fs.writeFileSync(PICTURE, picture(results.flatMap(({ panels }) => panels)));
	const tables = results.flatMap((result) => result.tables).map(markdown);
	const section = [
		BEGIN,
		'',
		circumstances(quick, minutes),
		'',
		'![The results as bars](performance.svg)',
		'',
		...tables,
		END,
	];
	fs.writeFileSync(PAGE, words.slice(0, before) + section.join('\n') + words.slice(after + END.length));
	return { page: PAGE, tables };
}

function circumstances(quick, minutes) {
	const [cpu] = os.cpus();
	const memory = `${Math.round(os.totalmem() / 2 ** 30)} GB`;
	const day = new Date().toISOString().slice(0, 10);
	const kind = quick ? '`npm run bench -- --quick`' : '`npm run bench`';
	return `Measured on ${day} with ${kind} in ${minutes} minutes: n8n ${versions.n8n}, ${os.cpus().length} cores (${cpu.model.trim()}), ${memory}, ${os.type()}. Where a figure has a spread, it is the middle one with the smallest and the largest.`;
}

function markdown({ title, head, rows }) {
	const line = (cells) => `| ${cells.join(' | ')} |`;
	return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

module.exports = { writePage };
