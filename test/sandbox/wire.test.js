'use strict';

const { startSandbox } = require('../../sandbox');
const { QUIRKS } = require('../../sandbox/quirks');
const { caller } = require('./caller');

describe('the wire', () => {
	let sandbox;
	let client;

	beforeAll(async () => {
		sandbox = await startSandbox({ limit: 10_000 });
	});
	afterAll(() => sandbox.close());
	beforeEach(async () => {
		sandbox.control.reset();
		client = await caller(sandbox);
	});

	const raw = { transformResponse: (text) => text };
	const switchTo = (quirks) => sandbox.control.changeSettings({ quirks });

	test('paths and keys in any case, a trailing slash, a body with GET', async () => {
		expect((await client.post('/user/SEARCH/', { organisationid: 5740, ROLE: 4 })).data).toHaveLength(1);
		expect((await client.get('/customer/', { data: { any: 'thing' } })).status).toBe(200);
		const shouted = await client.get(`${sandbox.url}/API/V2.1/CUSTOMER`);
		expect(shouted.status).toBe(200);
	});

	test('forms: numbers and booleans as text', async () => {
		const form = new URLSearchParams({ OrganisationID: '5740', Name: 'Form Ltd', Active: 'false', Fax: '' });
		const { status, data } = await client.post('/Placement', form);
		expect(status).toBe(200);
		expect((await client.get(`/Placement/${data}`)).data).toMatchObject({
			OrganisationID: 5740,
			Active: false,
			Fax: '',
		});
		const wrong = await client.post(
			'/Placement',
			new URLSearchParams({ OrganisationID: '57x', Name: 'Form Ltd' }),
		);
		expect(wrong.data.message).toContain('OrganisationID');
	});

	test.each(['application/json', 'application/x-www-form-urlencoded', undefined])(
		'an empty body as %s',
		async (type) => {
			const headers = { 'Content-Type': type ?? false };
			const nothing = { headers, transformRequest: () => '' };
			expect((await client.post('/User/200001/Archive', null, nothing)).status).toBe(204);
			expect((await client.post('/User/Search/1/1', null, nothing)).status).toBe(200);
		},
	);

	test('a body that is not JSON, and one of an unknown type', async () => {
		const asIs = { headers: { 'Content-Type': 'application/json' }, transformRequest: (text) => text };
		for (const body of ['{"Role": ', '"Role"', '7']) {
			const { status, data } = await client.post('/User/Search', body, asIs);
			expect([status, data.code]).toEqual([400, -10]);
		}
		expect((await client.post('/User/200001/Archive', '{"Role": ', asIs)).status).toBe(204);
		const xml = await client.post('/User/Search', '<a/>', { headers: { 'Content-Type': 'text/xml' } });
		expect(xml.status).toBe(415);
	});

	test('an unknown version or path is a page, not JSON', async () => {
		const version = await client.get(`${sandbox.apiUrl}/v3/Customer`);
		const path = await client.get('/Nothing');
		expect([version.status, path.status]).toEqual([404, 404]);
		expect(version.headers['content-type']).toMatch('text/html');
		sandbox.control.changeSettings({ versions: ['v2'] });
		expect((await client.login()).status).toBe(404);
	});

	test('paging: from 1, short last page, nothing beyond, sizes cut to the maximum', async () => {
		const page = async (number, size) =>
			(await client.post(`/User/Search/${number}/${size}`, { Role: 1 })).data;
		expect((await page(1, 500)).map(({ ID }) => ID)).toEqual(
			Array.from({ length: 500 }, (_, i) => 200001 + i),
		);
		expect(await page(2, 9999)).toHaveLength(500);
		expect(await page(3, 500)).toBe('');
		expect(await page(7, 150)).toHaveLength(100);
		expect((await client.post('/User/Search', { Role: 1 })).data).toHaveLength(1000);
		for (const path of ['0/10', '1/0', '-1/10', '1/x']) {
			expect((await client.post(`/User/Search/${path}`)).status).toBe(400);
		}
	});

	test('results come in order of their ids', async () => {
		const ids = (await client.post('/Classroom/Search', {})).data.map(({ ID }) => ID);
		expect(ids).toEqual([...ids].sort((a, b) => a - b));
	});

	test('paging can be bent', async () => {
		const page = (path) => client.post(`/User/Search/${path}`, { Role: 1 });
		sandbox.control.changeSettings({
			maxPageSize: 100,
			unpagedMaximum: 30,
			quirks: { pastTheEnd: 'repeatLastPage', pageZero: 'first' },
		});
		expect((await page('99/500')).data).toEqual((await page('10/100')).data);
		expect((await page('0/10')).data).toEqual((await page('1/10')).data);
		expect((await client.post('/User/Search', { Role: 1 })).data).toHaveLength(30);
		expect((await client.post('/User/Search/5/10', { MISID: 'none' })).status).toBe(204);
	});

	test('shuffled results are the same set, the same way on every page', async () => {
		switchTo({ order: 'shuffled' });
		const ids = [];
		for (const page of [1, 2, 3, 4]) {
			ids.push(...(await client.post(`/User/Search/${page}/250`, { Role: 1 })).data.map(({ ID }) => ID));
		}
		expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
		expect(new Set(ids).size).toBe(1000);
	});

	test.each([
		[204, 204, ''],
		['array', 200, '[]'],
		['null', 200, 'null'],
		['blank', 200, ''],
	])('quirk emptySearch %s', async (emptySearch, status, body) => {
		switchTo({ emptySearch });
		const answer = await client.post('/User/Search', { MISID: 'nobody' }, raw);
		expect([answer.status, answer.data]).toEqual([status, body]);
	});

	test('quirk searchShape', async () => {
		const search = async (MISID) => (await client.post('/User/Search', { MISID })).data;
		const [one] = await search('L0001');
		switchTo({ searchShape: 'envelope' });
		expect(await search('L0001')).toEqual({ Items: [one] });
		switchTo({ searchShape: 'single' });
		expect(await search('L0001')).toEqual(one);
		expect(await search('A005')).toHaveLength(2);
	});

	test.each([
		['default', '410501', '{"ID":201001,"Username":"BC201001"}'],
		['object', '{"ID":410501}', '{"ID":201001,"Username":"BC201001"}'],
		['number', '410501', '201001'],
		['quoted', '"410501"', '"201001"'],
		['nothing', '', ''],
	])('quirk createBody %s', async (createBody, aim, user) => {
		switchTo({ createBody });
		expect((await client.post('/Standard/301/Assign/200002', null, raw)).data).toBe(aim);
		const iqa = { OrganisationID: 5740, FirstName: 'B', LastName: 'C', Role: 10, Email: 'b@example.com' };
		expect((await client.post('/User', iqa, raw)).data).toBe(user);
	});

	test.each([
		[204, 204, ''],
		['blank', 200, ''],
		['object', 200, '{"ID":200001}'],
	])('quirk writeAnswer %s', async (writeAnswer, status, body) => {
		switchTo({ writeAnswer });
		const answer = await client.post('/User/200001', { ULN: '1' }, raw);
		expect([answer.status, answer.data]).toEqual([status, body]);
	});

	test.each([404, 400, 204])('quirk unknownId %d', async (unknownId) => {
		switchTo({ unknownId });
		const answer = await client.get('/User/9');
		expect([answer.status, answer.data.code]).toEqual([unknownId, unknownId === 400 ? -10 : undefined]);
	});

	test('quirks pagedFields and recordFields', async () => {
		switchTo({ pagedFields: 'full', recordFields: 'seen' });
		const [paged] = (await client.post('/User/Search/1/1', { Role: 1 })).data;
		const [unpaged] = (await client.post('/User/Search', { MISID: 'L0001' })).data;
		expect([Object.keys(paged).length, Object.keys(unpaged).length]).toEqual([38, 4]);
		expect(Object.keys((await client.get('/User/200001')).data)).toHaveLength(20);
	});

	test.each([
		['utc', '2026-09-01T00:00:00.000Z'],
		['bare', '2026-09-01T00:00:00.000'],
		['offset', '2026-09-01T00:00:00.000+00:00'],
		['date', '2026-09-01'],
	])('quirk dateOut %s', async (dateOut, text) => {
		switchTo({ dateOut });
		expect((await client.get('/User/200001')).data.StartOn).toBe(text);
	});

	test('quirks unset, keyCase and extraKeys', async () => {
		const user = async () => (await client.get('/User/200001')).data;
		expect((await user()).NINO).toBeNull();
		switchTo({ unset: 'empty', keyCase: 'Id' });
		expect(await user()).toMatchObject({ Id: 200001, PlacementId: expect.any(Number), NINO: '' });
		switchTo({ unset: 'missing', keyCase: 'camel', extraKeys: true });
		expect(await user()).toMatchObject({ id: 200001, firstName: expect.any(String), RowVersion: 'AAAAAAAB' });
		expect(await user()).not.toHaveProperty('nINO');
	});

	test('quirks statusLists and searchWithoutOrganisation', async () => {
		switchTo({ statusLists: 'nothing', searchWithoutOrganisation: 'refuse' });
		expect((await client.get('/Organisation/5740/LearnerStatuses')).status).toBe(204);
		expect((await client.post('/User/Search', { Role: 5 })).data.code).toBe(-11);
		expect((await client.post('/User/Search', { Role: 5, OrganisationID: 5740 })).status).toBe(200);
	});

	test('every quirk names its unknown, and its default comes first', () => {
		for (const { point, values, says } of Object.values(QUIRKS)) {
			expect(point).toBeGreaterThanOrEqual(1);
			expect(point).toBeLessThanOrEqual(20);
			expect(values.length).toBeGreaterThan(1);
			expect(says).toBeTruthy();
		}
	});
});
