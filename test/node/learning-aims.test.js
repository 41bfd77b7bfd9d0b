'use strict';

const { SEED } = require('../../sandbox');
const { compressTime } = require('../engine/compressTime');
const { connect, sent } = require('../engine/connect');
const { optionsOf } = require('../engine/options');

compressTime();

const LEARNER = SEED.learners.firstId;
const learner = { __rl: true, mode: 'id', value: String(LEARNER) };
const none = { __rl: true, mode: 'list', value: '' };
const items = [{ learner: 'L0001' }];

/** The learning aim of the first learner, and the title of its standard. */
function known({ state }) {
	const aim = state.learningAims.where(({ UserID }) => UserID === LEARNER)[0];
	return { aim, standard: state.standards.get(aim.StandardID).Title };
}

describe('get many', () => {
	test('of a learner; of somebody without any there is no item', async () => {
		const { sandbox, n8n } = await connect();
		const { aim } = known(sandbox);
		const { ID, StandardID, UserID, Status } = aim;
		expect((await n8n.run('learningAim-getAll', { items })).json).toEqual([
			{ ID, StandardID, UserID, Status },
		]);
		expect((await n8n.run('learningAim-getAll', { items: [{ learner: 'L0002' }] })).items).toEqual([]);
	});

	test('achieved in a period, of all learners: days go out as days', async () => {
		const { sandbox, n8n } = await connect();
		const [early, late] = sandbox.state.learningAims.where();
		Object.assign(early, { Status: 1, AchievedDate: '2026-09-30T00:00:00.000Z' });
		Object.assign(late, { Status: 1, AchievedDate: '2026-10-15T00:00:00.000Z' });
		const filters = { completionStatus: 1, dateFrom: '2026-10-01', dateTo: '2026-10-31T00:00:00' };
		const { json } = await n8n.run('learningAim-getAll', {
			node: { parameters: { learner: none, filters } },
		});
		expect(json.map(({ ID }) => ID)).toEqual([late.ID]);
		expect(sent(sandbox, /LearningAim\/Search/)).toEqual([
			{ LearningAimCompletionStatus: 1, DateFrom: '2026-10-01', DateTo: '2026-10-31' },
		]);
	});

	test('a status of 0 is a status', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run('learningAim-getAll', {
			node: { parameters: { learner: none, filters: { completionStatus: 0 }, limit: 3 } },
		});
		expect(json).toHaveLength(3);
	});

	test('of nobody and of no status: refused before any call', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('learningAim-getAll', { node: { parameters: { learner: none } } });
		expect(error.message).toContain("'Learner' or the filter 'Completion Status' is needed");
		expect(sandbox.log.calls()).toEqual([]);
	});

	test('Full Records adds what the search leaves out and keeps what it gave', async () => {
		const { sandbox, n8n } = await connect({ quirks: { recordFields: 'seen' } });
		const { aim } = known(sandbox);
		const { json } = await n8n.run('learningAim-getAll', {
			items,
			node: { parameters: { fullRecords: true } },
		});
		expect(json).toEqual([
			{ ID: aim.ID, UserID: LEARNER, StandardID: aim.StandardID, Status: 0, Progress: aim.Progress },
		]);
	});
});

describe('get', () => {
	test.each([true, false])('by learner and title of the standard, simplified: %s', async (simplify) => {
		const { sandbox, n8n } = await connect({ quirks: { extraKeys: true } });
		const { aim, standard } = known(sandbox);
		const { json } = await n8n.run('learningAim-get', {
			items: [{ learner: 'L0001', standard }],
			node: { parameters: { simplify } },
		});
		expect(json[0]).toMatchObject({
			ID: aim.ID,
			UserID: LEARNER,
			StandardID: aim.StandardID,
			Progress: aim.Progress,
		});
		expect('RegistrationNumber' in json[0]).toBe(!simplify);
		expect('RowVersion' in json[0]).toBe(!simplify);
	});

	test.each(['Id', 'camel'])('simplified, the keys are those of the documents: %s', async (keyCase) => {
		const { sandbox, n8n } = await connect({ quirks: { keyCase } });
		const { aim } = known(sandbox);
		const { json } = await n8n.run('learningAim-get', {
			node: { parameters: { learningAim: { __rl: true, mode: 'id', value: String(aim.ID) } } },
		});
		expect(json[0]).toMatchObject({
			ID: aim.ID,
			UserID: LEARNER,
			StandardID: aim.StandardID,
			Progress: aim.Progress,
		});
	});

	test('a standard that the learner does not have', async () => {
		const { n8n } = await connect();
		const { error } = await n8n.run('learningAim-get', {
			items: [{ learner: 'L0001', standard: 'Team Leader' }],
		});
		expect(error.message).toBe(`No learning aim with the name 'Team Leader' of learner ${LEARNER}`);
	});

	test('by name needs the learner', async () => {
		const { sandbox, n8n } = await connect();
		const { error } = await n8n.run('learningAim-get', { items: [{ standard: 'Any' }] });
		expect(error.message).toBe("'Learner' is missing");
		expect(sandbox.log.calls()).toEqual([]);
	});
});

test('update names the learning aim and its learner, and sends only what was set', async () => {
	const { sandbox, n8n } = await connect();
	const { aim, standard } = known(sandbox);
	const row = { learner: 'L0001', standard, achieved: '2026-11-02', registration: '' };
	const { json } = await n8n.run('learningAim-update', { items: [row] });
	expect(json).toEqual([{ ID: aim.ID, updated: true }]);
	expect(sent(sandbox, `/LearningAim/${aim.ID}`)).toEqual([
		{ ID: aim.ID, UserID: LEARNER, Status: 1, AchievedDate: '2026-11-02T00:00:00.000Z' },
	]);
});

describe('in the editor', () => {
	test('the learning aims of the chosen learner, by the titles of their standards', async () => {
		const { sandbox, n8n } = await connect();
		const { aim, standard } = known(sandbox);
		const place = { resource: 'learningAim', operation: 'get' };
		const { results } = await n8n.list('searchLearningAims', { ...place, parameters: { learner } });
		expect(results).toEqual([{ name: standard, value: aim.ID }]);
		await expect(n8n.list('searchLearningAims', place)).rejects.toThrow("Choose 'Learner' first");
	});

	test("statuses come from the centre's own list", async () => {
		const { n8n } = await connect({}, { organisationId: 5740 });
		expect(await optionsOf(n8n, 'getLearningAimStatuses', {})).toEqual(
			SEED.learningAimStatuses.map(({ ID, Name }) => ({ name: Name, value: ID })),
		);
		expect(await optionsOf(n8n, 'getLearnerStatuses', {})).toEqual(
			SEED.learnerStatuses.map(({ ID, Name }) => ({ name: Name, value: ID })),
		);
	});

	test('a centre without lists has empty menus', async () => {
		const { n8n } = await connect({ quirks: { statusLists: 'nothing' } }, { organisationId: 5740 });
		expect(await optionsOf(n8n, 'getLearnerStatuses', {})).toEqual([]);
	});
});

describe('unit summaries', () => {
	test('of a learner, and none for somebody without', async () => {
		const { sandbox, n8n } = await connect();
		const summaries = sandbox.state.unitSummaries.where(({ UserID }) => UserID === LEARNER);
		const { json } = await n8n.run('unitSummary-getAll', { items });
		expect(json.map(({ ID, UnitID }) => [ID, UnitID])).toEqual(
			summaries.map(({ ID, UnitID }) => [ID, UnitID]),
		);
		expect((await n8n.run('unitSummary-getAll', { items: [{ learner: 'L0002' }] })).items).toEqual([]);
	});
});
