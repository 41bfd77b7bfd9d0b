'use strict';

const { Complaint } = require('./complaint');

/** Runs a program quietly, and shows all that it wrote when it fails. */
async function orComplain(what, program) {
	try {
		return await program;
	} catch (error) {
		throw new Complaint(`${what} failed:\n${error.output ?? error.message}`);
	}
}

module.exports = { orComplain };
