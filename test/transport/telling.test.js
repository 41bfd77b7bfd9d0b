'use strict';

const { Workflow } = require('n8n-workflow');

const { inWords, tell } = require('../../dist/nodes/OneFile/actions/telling');
const { longListHints } = require('../../dist/nodes/OneFile/actions/estimate');

/** The hints that a run leaves in the editor. */
function hintsOf(tally, rows) {
	const hints = [];
	tell({ addExecutionHints: (...added) => hints.push(...added) }, tally, rows);
	return hints.map(({ message }) => message);
}

describe('after a run', () => {
	test('how long the limit held it, and how many calls were made', () => {
		expect(hintsOf({ calls: 302, refused: 0, heldMs: 122_400 }, 300)).toEqual([
			"OneFile's limit held this run for 2 min 2 s: 302 calls for 300 rows.",
		]);
	});

	test('that something else uses the account', () => {
		const [hint] = hintsOf({ calls: 12, refused: 2, heldMs: 1000 }, 1);
		expect(hint).toMatch(
			/12 calls for 1 row\. 2 of them had to be repeated because something else uses the account/,
		);
	});

	test('nothing, when there was nothing to notice', () => {
		expect(hintsOf({ calls: 5, refused: 0, heldMs: 4900 }, 5)).toEqual([]);
	});

	test.each([
		[900, '1 s'],
		[59_400, '59 s'],
		[60_000, '1 min 0 s'],
		[3_723_000, '62 min 3 s'],
	])('%d milliseconds are %s', (ms, words) => {
		expect(inWords(ms)).toBe(words);
	});
});

describe('before a run, in the editor', () => {
	/** The hints that n8n's editor shows for so many input items: it evaluates their conditions in this way. */
	function shown(items) {
		const node = { id: '1', name: 'OneFile', type: 'none', typeVersion: 1, position: [0, 0], parameters: {} };
		const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [] } }) };
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const input = Array.from({ length: items }, () => ({ json: {} }));
		const holds = ({ displayCondition }) =>
			workflow.expression.getParameterValue(displayCondition, null, 0, 0, 'OneFile', input, 'manual', {});
		return longListHints.filter(holds).map(({ message }) => message);
	}

	test('a list that fits into a minute needs no estimate', () => {
		expect(shown(1)).toEqual([]);
		expect(shown(100)).toEqual([]);
	});

	test.each([
		[101, 'More than 100 rows', '1 minute'],
		[250, 'More than 200 rows', '2 minutes'],
		[1000, 'More than 500 rows', '5 minutes'],
		[9999, 'More than 5000 rows', '50 minutes'],
		[20_001, 'More than 10000 rows', '100 minutes'],
	])('%d rows: one estimate, %s, at least %s', (items, from, time) => {
		expect(shown(items)).toEqual([
			expect.stringMatching(new RegExp(`^${from}: .* at least ${time}, and longer`)),
		]);
	});

	test('they are shown before a run and not after it', () => {
		for (const hint of longListHints)
			expect(hint).toMatchObject({ whenToDisplay: 'beforeExecution', type: 'info' });
	});
});
