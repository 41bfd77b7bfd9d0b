'use strict';

module.exports = {
	printWidth: 110,
	useTabs: true,
	singleQuote: true,
	trailingComma: 'all',
};
