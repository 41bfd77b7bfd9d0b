'use strict';

const { SEED } = require('../../sandbox');
const { connect } = require('../engine/connect');

const LEARNERS = SEED.learners.inBusiness;
const pages = (sandbox) => sandbox.log.calls({ path: /^\/User\/Search/ });
const everyOne = () => Array.from({ length: LEARNERS }, (_, index) => SEED.learners.firstId + index);
const ids = ({ json }) => json.map(({ ID }) => ID).sort((one, other) => one - other);

/** Units of standard 301, of which there are six. */
const units = { standard: { mode: 'id', value: '301' } };

describe('all 850 learners of an organisation, each once', () => {
	test.each([
		['in pages of 100', {}],
		['from a service that cuts pages to 50', { maxPageSize: 50 }],
		['from a service that cuts pages to 25', { maxPageSize: 25 }],
		['from a service that repeats its last page', { quirks: { pastTheEnd: 'repeatLastPage' } }],
		[
			'from one that cuts pages to 50 and repeats the last',
			{ maxPageSize: 50, quirks: { pastTheEnd: 'repeatLastPage' } },
		],
		['in any order', { quirks: { order: 'shuffled' } }],
		['in an envelope', { quirks: { searchShape: 'envelope' } }],
		['with keys spelt otherwise', { quirks: { keyCase: 'Id' } }],
	])('%s', async (_what, settings) => {
		const { sandbox, n8n } = await connect(settings);
		const { json, status } = await n8n.run('user-getAll');
		expect(status).toBe('success');
		expect(json.map((one) => one.ID ?? one.Id).sort((one, other) => one - other)).toEqual(everyOne());
		// Nine pages of 100; 34 of 25; and at most one more to see that it was the last.
		expect(pages(sandbox).length).toBeLessThanOrEqual(LEARNERS / 25 + 1);
	});

	test('with one call for each hundred, and one to see that there are no more', async () => {
		const { sandbox, n8n } = await connect();
		await n8n.run('user-getAll');
		expect(pages(sandbox).map(({ path }) => path)).toEqual(
			['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map((page) => `/User/Search/${page}/100`),
		);
	});
});

describe('Limit', () => {
	test.each([
		[1, {}, 1],
		[99, {}, 1],
		[100, {}, 1],
		[101, {}, 2],
		[250, {}, 3],
		[120, { maxPageSize: 50 }, 3],
	])('%d of them, %p: no page more than needed', async (limit, settings, calls) => {
		const { sandbox, n8n } = await connect(settings);
		const outcome = await n8n.run('user-getAll', { node: { parameters: { returnAll: false, limit } } });
		expect(ids(outcome)).toEqual(everyOne().slice(0, limit));
		expect(pages(sandbox)).toHaveLength(calls);
	});

	test('more than there are: all there are', async () => {
		const { n8n } = await connect();
		const outcome = await n8n.run('user-getAll', { node: { parameters: { returnAll: false, limit: 5000 } } });
		expect(outcome.json).toHaveLength(LEARNERS);
	});
});

describe('nothing found is no item and no error', () => {
	test.each([204, 'array', 'null', 'blank'])('answered with %s', async (emptySearch) => {
		const { n8n } = await connect({ quirks: { emptySearch } });
		const node = { parameters: { filters: { lastName: 'Nobody' } } };
		expect(await n8n.run('user-getAll', { node })).toMatchObject({ status: 'success', json: [] });
	});
});

describe('one record', () => {
	test.each(['array', 'single', 'envelope'])('as %s', async (searchShape) => {
		const { n8n } = await connect({ quirks: { searchShape } });
		const node = { parameters: { filters: { misId: 'L0007' } } };
		const { json } = await n8n.run('user-getAll', { node });
		expect(json).toEqual([expect.objectContaining({ ID: SEED.learners.firstId + 6, MISID: 'L0007' })]);
	});
});

describe('what searches carry is handed on', () => {
	test('full records, extra keys and all', async () => {
		const { n8n } = await connect({ quirks: { pagedFields: 'full', extraKeys: true } });
		const { json } = await n8n.run('user-getAll', { node: { parameters: { filters: { misId: 'L0007' } } } });
		expect(json[0]).toMatchObject({
			Email: expect.any(String),
			RowVersion: 'AAAAAAAB',
			Links: [{ Rel: 'self' }],
		});
	});

	test('unit ids stay texts: 0012345 keeps its zeros', async () => {
		const { n8n } = await connect();
		const parameters = {
			organisation: { mode: 'id', value: '5741' },
			standard: { mode: 'id', value: '305' },
		};
		const { json } = await n8n.run('unit-getAll', { node: { parameters } });
		expect(json.map(({ ID }) => ID)).toContain('0012345');
	});
});

describe('a search that fails on its way', () => {
	test.each([
		['a page answered with 503', { do: 'status', status: 503 }],
		['a page answered with 502 and a web page', { do: 'html', status: 502 }],
		['a connection that breaks', { do: 'drop-after' }],
	])('%s is asked for again', async (_what, fault) => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({ match: { path: '^/User/Search/3/' }, ...fault });
		expect(ids(await n8n.run('user-getAll'))).toEqual(everyOne());
		expect(sandbox.log.calls({ path: '/User/Search/3/100' })).toHaveLength(2);
	});

	test('a fault that stays ends in words, not in half a list', async () => {
		const { sandbox, n8n } = await connect();
		sandbox.control.faults({
			match: { path: '^/User/Search/3/' },
			times: Infinity,
			do: 'status',
			status: 500,
		});
		const { json, error } = await n8n.run('user-getAll');
		expect(json).toEqual([]);
		expect(error.message).toBe('OneFile could not list the users just now');
		expect(error.description).toContain('HTTP 500');
	});
});

test('units of a standard', async () => {
	const { n8n } = await connect();
	const { json } = await n8n.run('unit-getAll', { node: { parameters: units } });
	expect(json.map(({ ID }) => ID)).toEqual(SEED.standards[0].units.map(({ ID }) => ID));
});
