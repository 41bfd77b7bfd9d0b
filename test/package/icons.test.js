'use strict';

const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const { n8n } = require('../../package.json');

/** The icons of one built node or credential, as n8n looks for them: beside the file that names them. */
function iconsOf(entry) {
	const file = path.join(root, entry);
	const made = new (require(file)[path.basename(entry).split('.')[0]])();
	const { light, dark } = made.icon ?? made.description.icon;
	const where = (icon) => path.resolve(path.dirname(file), icon.replace(/^file:/, ''));
	return { light: where(light), dark: where(dark) };
}

test.each([...n8n.nodes, ...n8n.credentials])(
	'%s has an icon for the light and one for the dark theme',
	(entry) => {
		const { light, dark } = iconsOf(entry);
		const pictures = [light, dark].map((file) => fs.readFileSync(file, 'utf8'));
		for (const picture of pictures) expect(picture).toMatch(/^<svg[^>]* viewBox="0 0 60 60"/);
		expect(pictures[0]).not.toBe(pictures[1]);
	},
);
