'use strict';

/**
 * Codes seen from OneFile (C-SDK): -11, -57, -58. The others are the older catalogue of the same numbering (C-NOMAD);
 * -10 "unknown" stands for every refusal whose code nobody has recorded. Message wording was never recorded at all.
 */
const CODES = {
	invalidSession: -1,
	expiredSession: -2,
	noSession: -4,
	misIdExists: -9,
	other: -10,
	organisation: -11,
	placement: -57,
	classroom: -58,
};

/** A call that OneFile turns down, with its `{ code, message }` body. */
class Refusal extends Error {
	constructor(message, code = CODES.other, status = 400) {
		super(message);
		this.code = code;
		this.statusCode = status;
	}
}

/** An id in the path that does not exist or belongs to another customer. */
class UnknownId extends Error {}

const HTML_PAGE =
	'<!DOCTYPE html>\r\n<html><head><title>Runtime Error</title></head><body><h1>Server Error</h1></body></html>';

module.exports = { CODES, Refusal, UnknownId, HTML_PAGE };
