'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { root, versions } = require('../scripts/n8n/places');
const { picture } = require('./picture');

const PAGE = path.join(root, 'docs', 'performance.md');
const PICTURES = path.join(root, 'docs', 'performance');

/** Puts what one part has measured into docs/performance.md, whose other words are written by hand, with its picture. */
function writePart(name, { tables, panels }, minutes) {
	const words = fs.readFileSync(PAGE, 'utf8');
	const [begin, end] = [`<!-- ${name}: written by npm run bench -->`, `<!-- end of ${name} -->`];
	const [before, after] = [words.indexOf(begin), words.indexOf(end)];
	if (before < 0 || after < before)
		throw new Error(`${PAGE} has lost the two comments between which the results of ${name} go.`);
	const parts = [begin, circumstances(minutes), ...tables.map(markdown)];
	if (panels.length > 0) {
		fs.mkdirSync(PICTURES, { recursive: true });
		fs.writeFileSync(path.join(PICTURES, `${name}.svg`), picture(panels));
		parts.push(`![The same as bars](performance/${name}.svg)`);
	}
	fs.writeFileSync(
		PAGE,
		words.slice(0, before) + [...parts, end].join('\n\n') + words.slice(after + end.length),
	);
}

function circumstances(minutes) {
	const [cpu] = os.cpus();
	const memory = `${Math.round(os.totalmem() / 2 ** 30)} GB`;
	const day = new Date().toISOString().slice(0, 10);
	return `Measured on ${day} in ${minutes} minutes: n8n ${versions.n8n}, ${os.cpus().length} cores (${cpu.model.trim()}), ${memory}, ${os.type()}.`;
}

function markdown({ title, head, rows }) {
	const line = (cells) => `| ${cells.join(' | ')} |`;
	return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

module.exports = { writePart };
