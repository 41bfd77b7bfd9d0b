'use strict';

const { BUSINESS, CARE } = require('./centre');

const ROLES = { learner: 1, traineeAssessor: 4, assessor: 5, iqa: 10, employer: 40, observer: 45 };

const person = (ID, OrganisationID, Role, FirstName, LastName, MISID, more = {}) => ({
	ID,
	OrganisationID,
	Role,
	FirstName,
	LastName,
	MISID,
	Username: `STAFF${ID}`,
	Email: `${MISID.toLowerCase()}@northgate.example`,
	...more,
});

const staff = [
	person(122701, BUSINESS, ROLES.assessor, 'Gareth', 'Llewelyn', 'A001'),
	person(122702, BUSINESS, ROLES.assessor, 'Siân', 'Pritchard', 'A002'),
	// Two assessors of one full name.
	person(122703, BUSINESS, ROLES.assessor, 'Kate', 'Ashworth', 'A003'),
	person(122704, BUSINESS, ROLES.assessor, 'Kate', 'Ashworth', 'A004'),
	// A MIS id that an archived assessor still holds: seen to break learner creation in a partner product (A-PICS).
	person(122705, BUSINESS, ROLES.assessor, 'Desmond', "O'Rourke", 'A005'),
	person(122706, BUSINESS, ROLES.assessor, 'Imogen', 'Hartley', 'A005', {
		Email: 'imogen.hartley@northgate.example',
		Archived: true,
	}),
	person(122707, BUSINESS, ROLES.traineeAssessor, 'Tomos', 'Bevan', 'T001'),
	person(122708, BUSINESS, ROLES.iqa, 'Priya', 'Ramanathan', 'Q001'),
	person(122709, BUSINESS, ROLES.iqa, 'Łukasz', 'Wiśnicki', 'Q002'),
	// One person with two accounts under one address, as a keychain allows (A-KEY).
	person(122710, BUSINESS, ROLES.employer, 'Helen', 'Barraclough', 'E001', {
		Email: 'helen@ashdown.example',
		PlacementID: 18902,
	}),
	person(122711, BUSINESS, ROLES.observer, 'Helen', 'Barraclough', 'O001', {
		Email: 'helen@ashdown.example',
		PlacementID: 18902,
	}),
	person(122712, BUSINESS, ROLES.employer, 'Marcus', 'Deane', 'E002', {
		Email: 'marcus@calder.example',
		PlacementID: 18905,
	}),
	person(122713, BUSINESS, ROLES.employer, 'Zoë', 'Featherstone', 'E003', {
		Email: 'zoe@cafemon.example',
		PlacementID: 18904,
	}),
	person(122714, BUSINESS, ROLES.observer, 'Ifor', 'Prosser', 'O002', {
		Email: 'ifor@cafemon.example',
		PlacementID: 18904,
	}),
	person(122715, CARE, ROLES.assessor, 'Chloé', 'Dubois-Hall', 'A101'),
	person(122716, CARE, ROLES.assessor, 'Mohammed', 'Iqbal-Shah', 'A102'),
	person(122717, CARE, ROLES.iqa, 'Ruth', 'Adeyemi-Cole', 'Q101'),
	person(122718, CARE, ROLES.employer, 'Bronwen', 'Parry', 'E101', {
		Email: 'bronwen@brynawel.example',
		PlacementID: 18923,
	}),
	person(122719, CARE, ROLES.employer, 'Oluwaseun', 'Brightwell', 'E102', {
		Email: 'olu@littleacorns.example',
		PlacementID: 18930,
	}),
	person(122720, CARE, ROLES.observer, 'Nia', 'Maddox', 'O101', {
		Email: 'nia@littleacorns.example',
		PlacementID: 18930,
	}),
];

module.exports = { ROLES, staff };
