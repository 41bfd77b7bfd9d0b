'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { startSandbox } = require('../../sandbox');
const { QUIRKS } = require('../../sandbox/quirks');

const page = readFileSync(join(__dirname, '../../docs/sandbox.md'), 'utf8');

test('docs/sandbox.md has every quirk with its values, default in bold', () => {
	for (const [name, { point, values, says }] of Object.entries(QUIRKS)) {
		const [normal, ...others] = values;
		expect(page).toContain(
			`| ${point} | \`${name}\` | ${[`**${normal}**`, ...others].join(', ')} | ${says} |`,
		);
	}
});

test('docs/sandbox.md names every setting', async () => {
	const sandbox = await startSandbox();
	for (const name of Object.keys(sandbox.settings.shown()))
		expect(page).toMatch(new RegExp(`^\\| .*\`${name}\``, 'm'));
	await sandbox.close();
});
