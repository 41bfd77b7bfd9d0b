'use strict';

const { connect, sent } = require('../engine/connect');
const { learnerRow } = require('../engine/learners');

const locator = (mode, value) => ({ __rl: true, mode, value });

test('two names that nobody has are said together, and nothing is created', async () => {
	const { sandbox, n8n } = await connect();
	const parameters = { classroom: locator('name', 'Nowhere'), placement: locator('name', 'Nobody & Sons') };
	const { error } = await n8n.run('user-create', { items: [learnerRow(1)], node: { parameters } });
	expect(error.message).toBe(
		"No classroom with the name 'Nowhere' in organisation 5740; No placement with the name 'Nobody & Sons' in organisation 5740",
	);
	expect(error.description).toContain("'Classroom' was searched for by name");
	expect(error.description).toContain("'Placement' was searched for by name");
	expect(sent(sandbox, '/User')).toEqual([]);
});

test('a single word is no full name, and is not searched for', async () => {
	const { sandbox, n8n } = await connect();
	const { error } = await n8n.run('user-get', { node: { parameters: { user: locator('name', 'Kate') } } });
	expect(error.message).toBe("'User' has to be a first and a last name, and not 'Kate' alone");
	expect(error.description).toBe('Write it as "Kate Anderson" or "Anderson, Kate".');
	expect(sent(sandbox, /Search/)).toEqual([]);
});

test('a default assessor is looked up among assessors only: an employer is not made one unawares', async () => {
	const { sandbox, n8n } = await connect({}, { apiVersion: 'v2' });
	const parameters = {
		organisation: locator('id', '5740'),
		assignee: locator('misId', 'E002'),
		learner: locator('id', '200001'),
	};
	const { error } = await n8n.run('assignment-default-assessor', { node: { parameters } });
	expect(error.message).toBe("No assessor with the MIS ID 'E002' in organisation 5740");
	expect(sent(sandbox, /Assign/)).toEqual([]);
});

test('a customer token with a line break in it is refused in words that do not show it', async () => {
	const { n8n } = await connect({}, { customerToken: 'first-half\nsecond-half' });
	const { error, saved } = await n8n.run('user-get', { node: { parameters: { user: locator('id', '200001') } } });
	expect(error.message).toBe("'Customer Token' has a space, a line break or an accent in it, which no token has");
	expect(error.description).toBe('Copy the token again, without the text around it.');
	expect(saved).not.toContain('second-half');
});
