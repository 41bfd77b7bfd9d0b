'use strict';

const fs = require('node:fs/promises');
const path = require('node:path');

const { Complaint } = require('./complaint');
const { dist, fromRoot } = require('./paths');

const pair = { light: 'oneFile.svg', dark: 'oneFile.dark.svg' };

/** n8n shows an empty square for an icon that did not arrive, and nobody sees why. */
async function checkIcons() {
	const drawn = {};
	for (const [theme, name] of Object.entries(pair)) {
		const source = fromRoot('icons', name);
		const built = path.join(dist, 'icons', name);
		drawn[theme] = await read(source, `The ${theme} icon is missing: draw icons/${name}.`);
		const arrived = await read(built, `icons/${name} did not arrive in dist/icons.`);
		if (!drawn[theme].includes('<svg')) throw new Complaint(`icons/${name} is not an SVG picture.`);
		if (arrived !== drawn[theme]) throw new Complaint(`dist/icons/${name} is not the picture in icons/.`);
	}
	if (drawn.light === drawn.dark) {
		throw new Complaint('The light and the dark icon are the same picture; draw one for each theme.');
	}
}

async function read(file, whenMissing) {
	return await fs.readFile(file, 'utf8').catch(() => {
		throw new Complaint(whenMissing);
	});
}

module.exports = { checkIcons };
