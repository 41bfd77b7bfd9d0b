'use strict';

const centre = require('./seed/centre');
const learners = require('./seed/learners');
const { ROLES, staff } = require('./seed/staff');

const byId = (id) => staff.find((person) => person.ID === id);

/** What tests, examples and documents may rely on by name. Everybody in it is made up. */
const SEED = {
	customerToken: centre.customer.token,
	customer: centre.customer,
	otherCustomer: centre.otherCustomer,
	organisations: {
		business: centre.organisations[0],
		care: centre.organisations[1],
		other: centre.organisations[2],
	},
	roles: ROLES,
	staff,
	assessors: staff.filter(({ Role }) => Role === ROLES.assessor),
	placements: centre.placements,
	providers: centre.providers,
	classrooms: centre.classrooms,
	standards: centre.standards,
	frameworkTemplates: centre.frameworkTemplates,
	learnerStatuses: centre.learnerStatuses,
	learningAimStatuses: centre.learningAimStatuses,
	learners: { firstId: learners.FIRST_ID, count: learners.COUNT, inBusiness: learners.IN_BUSINESS },
	people: {
		assessor: byId(122701),
		careAssessor: byId(122715),
		sameName: [byId(122703), byId(122704)],
		sameMisId: [byId(122705), byId(122706)],
		archivedAssessor: byId(122706),
		sameEmail: [byId(122710), byId(122711)],
		traineeAssessor: byId(122707),
		iqa: byId(122708),
		employer: byId(122712),
		observer: byId(122714),
	},
};

module.exports = { SEED };
