'use strict';

const { Refusal } = require('./errors');

// ISO 8601 in UTC with milliseconds (A-USER, C-SUN) or with a numeric offset (C-TOOLS). A local time would be a guess.
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const PLAIN_DATE = /^(\d{4}-\d{2}-\d{2})$/;

function isRealDay(day) {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function readDate(value, pattern) {
	const day = typeof value === 'string' && pattern.exec(value)?.[1];
	if (!day || !isRealDay(day)) return undefined;
	const date = new Date(value);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Each returns the value as it is kept, or undefined where the type is wrong. Only forms may send numbers as text. */
const TYPES = {
	text: (value) => (typeof value === 'string' ? value : undefined),
	id: (value, isForm) => {
		const number = isForm && /^\d+$/.test(value) ? Number(value) : value;
		return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
	},
	number: (value, isForm) => {
		const number = isForm && value.trim() !== '' ? Number(value) : value;
		return Number.isFinite(number) ? number : undefined;
	},
	flag: (value, isForm) => {
		if (typeof value === 'boolean') return value;
		return isForm && /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : undefined;
	},
	dateTime: (value) => readDate(value, DATE_TIME),
	// Searches for learning aims were only ever seen with plain dates (C-SDK).
	plainDate: (value) => readDate(value, PLAIN_DATE),
	list: (value, isForm) => (isForm ? [value].flat() : Array.isArray(value) ? value : undefined),
};

/**
 * The fields of `table` that the call sent, under their proper names and types. Keys are matched without regard to
 * case (C-TOOLS sends `organisationID`, `role`); keys that the service does not know are ignored, as they are there.
 */
function readFields(request, table) {
	if (request.unreadable) throw request.unreadable;
	const isForm = /x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '');
	const sent = new Map(Object.entries(request.body ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
	const fields = {};
	for (const [name, type] of Object.entries(table)) {
		const value = sent.get(name.toLowerCase());
		if (value === undefined) continue;
		const isBlank = value === null || (isForm && value === '' && type !== 'text');
		fields[name] = isBlank ? null : TYPES[type](value, isForm);
		if (fields[name] === undefined) {
			throw new Refusal(`The value '${JSON.stringify(value)}' is not valid for ${name}; expected ${type}.`);
		}
	}
	return fields;
}

function requireFields(fields, names) {
	for (const name of names) {
		const value = fields[name];
		if (value === undefined || value === null || value === '') {
			throw new Refusal(`The ${name} field is required.`);
		}
	}
}

/** A literal true or false in the path, as the vendor's calls have it (grantAccess, onlyChangeAssigned). */
function readPathFlag(text, name) {
	if (!/^(true|false)$/i.test(text)) {
		throw new Refusal(`The value '${text}' is not valid for ${name}; expected true or false.`);
	}
	return text.toLowerCase() === 'true';
}

module.exports = { readFields, requireFields, readPathFlag };
