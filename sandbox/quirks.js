'use strict';

/**
 * Everything that nobody outside OneFile knows for certain, as switches. `point` is the number in the list of
 * unknowns (docs/sandbox.md); the first value is the default: the harshest reading consistent with the evidence.
 */
const QUIRKS = {
	sessionBody: {
		point: 1,
		values: ['plain', 'quoted', 'newline', 'html', 'empty', 'header'],
		says: 'what Authentication answers: the bare session, or disturbed forms of it; "header" sends X-TokenID instead',
	},
	badToken: { point: 2, values: [401, 400, 403, 'html', 'empty'], says: 'answer to a wrong customer token' },
	badSession: {
		point: 3,
		values: [401, 403, 'code'],
		says: 'answer to a dead session; "code" is 400 with -1, -2 or -4',
	},
	limitScope: { point: 4, values: ['customer', 'session'], says: 'who shares the rate limit' },
	limitBody: { point: 4, values: ['text', 'json', 'html', 'empty'], says: 'body of a 429' },
	emptySearch: {
		point: 5,
		values: [204, 'array', 'null', 'blank'],
		says: 'a search that finds nothing; "blank" is an empty 200',
	},
	searchShape: {
		point: 5,
		values: ['array', 'envelope', 'single'],
		says: 'result of a search; "single": one match comes without a list',
	},
	createBody: {
		point: 6,
		values: ['default', 'object', 'number', 'quoted', 'nothing'],
		says: 'result of a create or assign; by default an object from User and a bare number from the rest',
	},
	writeAnswer: {
		point: 7,
		values: [204, 'blank', 'object'],
		says: 'answer to update, archive, assign; "blank" is an empty 200',
	},
	unknownId: { point: 8, values: [404, 400, 204], says: 'answer to an id that does not exist' },
	pastTheEnd: { point: 9, values: ['nothing', 'repeatLastPage'], says: 'a page beyond the last one' },
	pageZero: { point: 9, values: ['refuse', 'first'], says: 'page number 0' },
	order: {
		point: 9,
		values: ['id', 'shuffled'],
		says: 'order of search results; "shuffled" stays the same from page to page',
	},
	pagedFields: { point: 10, values: ['stub', 'full'], says: 'fields of a paged search result' },
	recordFields: {
		point: 10,
		values: ['all', 'seen'],
		says: 'fields of a single record; "seen": only those known from working clients',
	},
	dateOut: {
		point: 11,
		values: ['utc', 'bare', 'offset', 'date'],
		says: 'dates in answers: with Z, without, +00:00, date only',
	},
	unset: { point: 12, values: ['null', 'missing', 'empty'], says: 'how a value that was never set is sent' },
	keyCase: { point: 12, values: ['ID', 'Id', 'camel'], says: 'spelling of keys in answers' },
	extraKeys: { point: 12, values: [false, true], says: 'adds keys that no documentation mentions' },
	statusLists: {
		point: 13,
		values: ['objects', 'nothing'],
		says: 'LearnerStatuses and LearningAimStatuses of a centre',
	},
	blankClears: { point: 15, values: [true, false], says: 'an empty text in an update clears the field' },
	hideArchived: { point: 16, values: [false, true], says: 'archived users are left out of User search' },
	showArchived: { point: 16, values: [false, true], says: 'GET User carries an Archived flag' },
	duplicateMisId: {
		point: 17,
		values: ['secondRecord', 'refuse'],
		says: 'creating a MIS id that exists; "refuse" is 400 with -9',
	},
	lastModifiedInclusive: {
		point: 18,
		values: [true, false],
		says: 'LastModified filter means "at or after"',
	},
	lastModifiedPrecision: {
		point: 18,
		values: ['ms', 'second'],
		says: 'LastModified is kept to this precision',
	},
	lastModifiedShown: {
		point: 18,
		values: [true, false],
		says: "a person's record carries LastModified",
	},
	progressTouchesUser: {
		point: 18,
		values: [true, false],
		says: "progress on an aim updates its learner's LastModified",
	},
	searchWithoutOrganisation: {
		point: 20,
		values: ['all', 'refuse'],
		says: 'a search that names no organisation; "refuse" is 400 with -11',
	},
};

const defaultQuirks = () =>
	Object.fromEntries(Object.entries(QUIRKS).map(([name, { values }]) => [name, values[0]]));

module.exports = { QUIRKS, defaultQuirks };
