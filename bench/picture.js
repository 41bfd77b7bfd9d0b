'use strict';

const WIDTH = 820;
const NAMES = 320;
const BARS = 330;
const ROW = 20;
const COLOURS = ['#2f6fde', '#e08a1e', '#7a8794'];

const STYLE = `text { font: 12px system-ui, sans-serif; fill: #24292f } .title { font-weight: 600; font-size: 14px }
	.mark { stroke: #7a8794; stroke-dasharray: 3 3 } .note { fill: #57606a }
	@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .note { fill: #9da7b1 } }`;

const escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * All comparisons as one picture: a panel for each, a bar for each contestant.
 *
 * @param {{ title: string, mark?: { value: number, label: string }, bars: { group: string, who: string, value: number, text: string }[] }[]} panels
 */
function picture(panels) {
	const everybody = [...new Set(panels.flatMap(({ bars }) => bars.map(({ who }) => who)))];
	const colourOf = (who) => COLOURS[Math.min(everybody.indexOf(who), COLOURS.length - 1)];
	const parts = [legend(everybody, colourOf)];
	let top = 40;
	for (const panel of panels) {
		parts.push(drawn(panel, top, colourOf));
		top += heightOf(panel);
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img">
<title>Benchmarks of n8n-nodes-onefile</title>
<style>${STYLE}</style>
${parts.join('\n')}
</svg>
`;
}

const heightOf = ({ bars }) => 60 + bars.length * ROW;

function legend(everybody, colourOf) {
	return everybody
		.map((who, index) => {
			const left = 10 + index * 260;
			return `<rect x="${left}" y="12" width="12" height="12" fill="${colourOf(who)}"/><text x="${left + 18}" y="22">${escape(who)}</text>`;
		})
		.join('');
}

function drawn({ title, mark, bars }, top, colourOf) {
	const most = Math.max(...bars.map(({ value }) => value), mark?.value ?? 0);
	const length = (value) => (value / most) * BARS;
	const bottom = top + 34 + bars.length * ROW;
	const lines = [`<text class="title" x="10" y="${top + 20}">${escape(title)}</text>`];
	bars.forEach(({ group, who, value, text }, index) => {
		const y = top + 32 + index * ROW;
		if (bars[index - 1]?.group !== group) lines.push(`<text x="10" y="${y + 12}">${escape(group)}</text>`);
		lines.push(
			`<rect x="${NAMES}" y="${y}" width="${length(value).toFixed(1)}" height="14" fill="${colourOf(who)}"/>`,
		);
		lines.push(`<text x="${(NAMES + length(value) + 6).toFixed(1)}" y="${y + 12}">${escape(text)}</text>`);
	});
	if (mark) {
		const x = (NAMES + length(mark.value)).toFixed(1);
		lines.push(`<line class="mark" x1="${x}" x2="${x}" y1="${top + 28}" y2="${bottom}"/>`);
		lines.push(
			`<text class="note" x="${x}" y="${bottom + 12}" text-anchor="middle">${escape(mark.label)}</text>`,
		);
	}
	return lines.join('\n');
}

module.exports = { picture };
