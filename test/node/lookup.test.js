'use strict';

const { SEED } = require('../../sandbox');
const { callCounts, connect, sent } = require('../engine/connect');
const { learnerRow, learnerRows } = require('../engine/learners');

const locator = (mode, value) => ({ __rl: true, mode, value });
const BUSINESS = locator('id', String(SEED.organisations.business.ID));

/** Who or what a row's value is taken for: the create that goes out shows it. */
async function taken(parameters, settings) {
	const { sandbox, n8n } = await connect(settings);
	const { error } = await n8n.run('user-create', { items: [learnerRow(1)], node: { parameters } });
	return { error, body: sent(sandbox, '/User')[0], sandbox };
}

/** Somebody with a name that the seed does not have. */
async function named(FirstName, LastName, more = {}) {
	const connected = await connect();
	const person = connected.sandbox.state.users.add({
		OrganisationID: 5740,
		Role: 1,
		FirstName,
		LastName,
		MISID: 'X1',
		...more,
	});
	return { ...connected, person };
}

const byName = (name) => ({ node: { parameters: { organisation: BUSINESS, user: locator('name', name) } } });

describe('people', () => {
	test.each([
		['MIS ID', locator('misId', 'A001')],
		['MIS ID in another case, with spaces', locator('misId', ' a001 ')],
		['e-mail', locator('email', 'a001@northgate.example')],
		['name', locator('name', 'Gareth Llewelyn')],
		['name in another case, with spaces', locator('name', ' gareth   LLEWELYN ')],
		['last name first', locator('name', 'Llewelyn, Gareth')],
		['id', locator('id', '122701')],
		['from the list', locator('list', 122701)],
	])('an assessor by %s', async (_what, defaultAssessor) => {
		expect((await taken({ defaultAssessor })).body.DefaultAssessorID).toBe(122701);
	});

	test.each([
		['Mary Ann', 'Lee', 'Mary Ann Lee'],
		['Mary', 'Ann Lee', 'Mary Ann Lee'],
		['Jan', 'van der Berg', 'Jan van der Berg'],
		['Siân', "O'Neill", 'siân o’neill'],
		['Siân', 'O’Neill', 'Siân O’Neill'],
		['Łukasz', 'Żak-Wójcik', 'Łukasz Żak-Wójcik'],
		['Zoë', 'St. Clair', 'St. Clair, Zoë'],
	])('%s | %s is found as "%s"', async (FirstName, LastName, name) => {
		const { n8n, person } = await named(FirstName, LastName);
		const { json, error } = await n8n.run('user-get', byName(name));
		expect(error).toBeUndefined();
		expect(json[0].ID).toBe(person.ID);
	});

	test('an accent written as two characters is the same accent', async () => {
		const { n8n } = await connect();
		const { json } = await n8n.run('user-get', byName('Siân Pritchard'.normalize('NFD')));
		expect(json[0]?.ID).toBe(122702);
	});

	test('an accent that is left out is somebody else', async () => {
		const { n8n } = await connect();
		const { error } = await n8n.run('user-get', byName('Sian Pritchard'));
		expect(error.message).toBe("No user with the name 'Sian Pritchard' in organisation 5740");
	});

	test('two ways to part one name that both fit somebody: two matches', async () => {
		const { sandbox, n8n } = await named('Mary Ann', 'Lee');
		sandbox.state.users.add({
			OrganisationID: 5740,
			Role: 1,
			FirstName: 'Mary',
			LastName: 'Ann Lee',
			MISID: 'X2',
		});
		const { error } = await n8n.run('user-get', byName('Mary Ann Lee'));
		expect(error.message).toBe("2 users have the name 'Mary Ann Lee' in organisation 5740");
	});
});

describe('two matches: refused, and listed with their ids', () => {
	test.each([
		[
			'name',
			locator('name', 'Kate Ashworth'),
			'122703 (Kate Ashworth, MIS ID A003), 122704 (Kate Ashworth, MIS ID A004)',
		],
		[
			'MIS ID, of which an archived assessor still holds one',
			locator('misId', 'A005'),
			"122705 (Desmond O'Rourke, MIS ID A005), 122706 (Imogen Hartley, MIS ID A005)",
		],
	])('by %s', async (_what, defaultAssessor, listed) => {
		const { error, body } = await taken({ defaultAssessor });
		const by = defaultAssessor.mode === 'name' ? 'name' : 'MIS ID';
		expect(error.message).toBe(`2 assessors have the ${by} '${defaultAssessor.value}' in organisation 5740`);
		expect(error.description).toContain(`Which one 'Default Assessor' means is not guessed.`);
		expect(error.description).toContain(listed);
		expect(body).toBeUndefined();
	});

	test('by an e-mail that two accounts share', async () => {
		const { n8n } = await connect();
		const parameters = { user: locator('email', 'helen@ashdown.example'), organisation: BUSINESS };
		const { error } = await n8n.run('user-get', { node: { parameters } });
		expect(error.message).toBe("2 users have the e-mail 'helen@ashdown.example' in organisation 5740");
		expect(error.description).toContain(
			'122710 (Helen Barraclough, MIS ID E001), 122711 (Helen Barraclough, MIS ID O001)',
		);
	});

	test('a role that is asked for tells two people of one name apart', async () => {
		const { body } = await taken({
			additionalFields: { defaultEmployer: locator('name', 'Helen Barraclough') },
		});
		expect(body.DefaultEmployerID).toBe(122710);
	});
});

describe('no match: what was searched for, and where', () => {
	test.each([
		[
			'defaultAssessor',
			locator('misId', 'A999'),
			"No assessor with the MIS ID 'A999' in organisation 5740",
			"'Default Assessor' was searched for by MIS ID among OneFile's assessors",
		],
		[
			'defaultAssessor',
			locator('name', 'Nobody Here'),
			"No assessor with the name 'Nobody Here' in organisation 5740",
			'by name',
		],
		[
			'defaultAssessor',
			locator('email', 'no@example.com'),
			"No assessor with the e-mail 'no@example.com' in organisation 5740",
			'by e-mail',
		],
		[
			'classroom',
			locator('name', 'Care L3 Friday'),
			"No classroom with the name 'Care L3 Friday' in organisation 5740",
			"among OneFile's classrooms",
		],
		[
			'placement',
			locator('name', 'Nowhere'),
			"No placement with the name 'Nowhere' in organisation 5740",
			"among OneFile's placements",
		],
	])('%s %p', async (field, value, message, description) => {
		const { error, body } = await taken({ [field]: value });
		expect(error.message).toBe(message);
		expect(error.description).toContain(description);
		expect(body).toBeUndefined();
	});

	test('an assessor of another organisation', async () => {
		const { error } = await taken({ defaultAssessor: locator('misId', 'A101') });
		expect(error.message).toBe("No assessor with the MIS ID 'A101' in organisation 5740");
	});

	test('a learner does not pass for an assessor', async () => {
		const { error } = await taken({ defaultAssessor: locator('misId', 'L0001') });
		expect(error.message).toMatch(/^No assessor with the MIS ID 'L0001'/);
	});

	test('a single word cannot be a whole name', async () => {
		const { error } = await taken({ defaultAssessor: locator('name', 'Llewelyn') });
		expect(error.message).toMatch(/'Llewelyn'/);
	});
});

describe('things with a title', () => {
	test('the one of that exact title among those that contain it', async () => {
		const { n8n } = await connect();
		const [, service] = SEED.standards;
		const { json } = await n8n.run('standard-get', { items: [{ standard: service.Title.toUpperCase() }] });
		expect(json[0].ID).toBe(service.ID);
	});

	test.each([
		['classroom', locator('name', 'Grŵp Cymraeg'), 'ClassroomID', 15386],
		['classroom', locator('name', 'Induction September 2026'), 'ClassroomID', 15379],
		['placement', locator('name', "D'Arcy Estates"), 'PlacementID', 18906],
		['placement', locator('name', 'D’Arcy  Estates'), 'PlacementID', 18906],
		['placement', locator('name', 'Gwêl y Môr Hotel'), 'PlacementID', 18909],
		['organisation', locator('name', 'Northgate Training - Business'), 'OrganisationID', 5740],
	])('%s %p', async (field, value, wire, id) => {
		const { body, error } = await taken({ [field]: value });
		expect(error).toBeUndefined();
		expect(body[wire]).toBe(id);
	});
});

describe('an id', () => {
	test.each(['Gareth', '12x', '1.5', '-3'])('%p is none', async (value) => {
		const { error, body } = await taken({ defaultAssessor: locator('id', `={{ '${value}' }}`) });
		expect(error.message).toBe(
			`'Default Assessor' has to be the assessor's id, a whole number, and not '${value}'`,
		);
		expect(error.description).toMatch(/To give a MIS ID, an e-mail or a name instead/);
		expect(body).toBeUndefined();
	});

	test('costs no search', async () => {
		const { sandbox } = await taken({
			defaultAssessor: locator('id', '122701'),
			classroom: locator('id', '15379'),
			placement: locator('id', '18901'),
		});
		expect(callCounts(sandbox)).toEqual({ 'POST /Authentication': 1, 'GET /Customer': 1, 'POST /User': 1 });
	});
});

test('each distinct value is searched for once, however many rows have it', async () => {
	const { sandbox, n8n } = await connect();
	const items = learnerRows(50).map((row, index) => ({ ...row, assessor: index % 2 ? 'A001' : 'A002' }));
	const { json } = await n8n.run('user-create', { items });
	expect(json).toHaveLength(50);
	expect(callCounts(sandbox)).toEqual({
		'POST /Authentication': 1,
		'GET /Customer': 1,
		'POST /User/Search': 2,
		'POST /Classroom/Search': 1,
		'POST /Placement/Search': 1,
		'POST /User': 50,
	});
});

test('a search that failed says nothing about the value: the next row with it tries again', async () => {
	const { sandbox, n8n } = await connect();
	sandbox.control.faults({
		match: { path: '^/Classroom/Search' },
		do: 'status',
		status: 400,
		body: { code: -10, message: 'Not now.' },
	});
	const first = await n8n.run('promise-error-output', { items: [learnerRow(1)] });
	expect(first.refused[0].error).toContain('OneFile did not look up the classroom: Not now.');
	const second = await n8n.run('promise-error-output', { items: [learnerRow(1)] });
	expect(second.json).toHaveLength(1);
});
