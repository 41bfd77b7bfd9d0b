'use strict';

/** Something the developer has to put right. gulp shows its words only; a stack would point at the checker. */
class Complaint extends Error {
	name = 'Build stopped';
	showStack = false;
}

module.exports = { Complaint };
