'use strict';

const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const manifest = require('../../package.json');

/** n8n shows a node only under the categories it knows. */
const categories = [
	'AI',
	'Analytics',
	'Communication',
	'Core Nodes',
	'Cybersecurity',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'HITL',
	'Marketing',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

const nodes = manifest.n8n.nodes.map((entry) => {
	const name = path.basename(entry).split('.')[0];
	const made = new (require(path.join(root, entry))[name])();
	return { name, made, codex: require(path.join(root, entry.replace(/\.js$/, '.json'))) };
});

/** Every field, also those inside collections. */
function allFields(fields) {
	return fields.flatMap((field) => {
		if (field.type === 'collection') return [field, ...allFields(field.options)];
		if (field.type === 'fixedCollection')
			return [field, ...field.options.flatMap((group) => allFields(group.values))];
		return [field];
	});
}

describe.each(nodes)('$name', ({ name, made, codex }) => {
	const { description } = made;
	const fields = allFields(description.properties);
	const menus = fields.filter((field) => field.name === 'resource' || field.name === 'operation');

	test('every operation says what it does, in the menu and in the list of actions', () => {
		const operations = menus.filter((field) => field.name === 'operation').flatMap((menu) => menu.options);
		const silent = operations.filter((option) => !option.action || !option.description || !option.name);
		expect(silent).toEqual([]);
		const actions = operations.map((option) => option.action);
		expect(new Set(actions).size).toBe(actions.length);
	});

	test('resource and operation cannot be expressions', () => {
		expect(menus.filter((menu) => !menu.noDataExpression)).toEqual([]);
	});

	test('every menu starts on one of its own entries', () => {
		const lost = menus.filter((menu) => !menu.options.some((option) => option.value === menu.default));
		expect(lost).toEqual([]);
	});

	test('no two fields of one name show up together', () => {
		const shown = description.properties.map((field) =>
			JSON.stringify([field.name, field.displayOptions ?? {}]),
		);
		const twice = shown.filter((field, index) => shown.indexOf(field) !== index);
		expect(twice).toEqual([]);
	});

	test('every field has a name for people', () => {
		expect(
			fields.filter((field) => !field.displayName || !field.name || field.default === undefined),
		).toEqual([]);
	});

	test('every locator starts on From List, and the node can fill the list', () => {
		const locators = fields.filter((field) => field.type === 'resourceLocator');
		for (const locator of locators) {
			const [first, ...others] = locator.modes;
			expect({ locator: locator.name, first: first.name, displayName: first.displayName }).toEqual({
				locator: locator.name,
				first: 'list',
				displayName: 'From List',
			});
			expect(locator.default.mode).toBe('list');
			expect(made.methods.listSearch).toHaveProperty(first.typeOptions.searchListMethod);
			expect(others.map((mode) => mode.name)).toContain('id');
		}
	});

	test('its codex names it, and n8n does not drop it', () => {
		expect(codex.node).toBe(`${manifest.name}.${description.name}`);
		expect(codex.codexVersion).toBe('1.0');
		expect(categories).toEqual(expect.arrayContaining(codex.categories));
		// Without `resources` n8n ignores the file and says nothing.
		for (const kind of ['primaryDocumentation', 'credentialDocumentation']) {
			expect(codex.resources[kind].map(({ url }) => new URL(url).protocol)).toEqual(['https:']);
		}
	});

	test('it is called what its class is called', () => {
		expect(description.name).toBe(name[0].toLowerCase() + name.slice(1));
	});
});
