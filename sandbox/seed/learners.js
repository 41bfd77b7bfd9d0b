'use strict';

const { BUSINESS, CARE, classrooms, placements, standards } = require('./centre');
const { ROLES, staff } = require('./staff');

const FIRST_ID = 200001;
const COUNT = 1000;
const IN_BUSINESS = 850;

// prettier-ignore
const FIRST_NAMES = [
	'Aisha', 'Ffion', 'José', 'Eilidh', 'Callum', 'Zoë', 'Rhys', 'Małgorzata', 'Dylan', 'Síle', 'Kwame', 'Bethan', 'Noah', 'Ængus', 'Priti',
	'Llŷr', 'Grace', 'Tomasz', 'Efa', 'Jack', 'Nadia', 'Siôn', 'Chloé', 'Marcus', 'Ines', 'Gethin', 'Holly', 'Yusuf', 'Renée', 'Owain', 'Amber', 'Søren',
];
// prettier-ignore
const LAST_NAMES = [
	"O'Neill", 'Ashcroft', 'Gruffydd', 'Brzeziński', 'Cartwright', 'Núñez', "D'Souza", 'Evans-Rees', 'Fairweather', 'ap Iorwerth', 'Holroyd',
	'Iqbal', 'Jónsdóttir', 'Kirkby', 'Lindqvist', 'MacAulay', 'Nkemelu', 'Ormerod', 'Pereira', 'Quayle', 'Rowbottom', 'Szabó', 'Thistlethwaite',
	"O'Dowd", 'Unsworth', 'Vaughan', 'Wójcik', 'Yeoman', 'Żak', 'Müller-Hayes', 'Teague', 'Butterfield', 'Okonjo', 'St. Clair', 'Bowdler', 'Kettlewell', 'Peña',
];

/** mulberry32: the same centre every time, on every machine. */
function seededRandom(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const midnight = (year, month, day) => new Date(Date.UTC(year, month - 1, day)).toISOString();
const letters = (name) =>
	name
		.normalize('NFD')
		.replace(/[^A-Za-z]/g, '')
		.toLowerCase();

function learner(index, random) {
	const pick = (list) => list[Math.floor(random() * list.length)];
	const OrganisationID = index < IN_BUSINESS ? BUSINESS : CARE;
	const here = (record) => record.OrganisationID === OrganisationID && !record.Archived;
	const number = String(index + 1).padStart(4, '0');
	const FirstName = pick(FIRST_NAMES);
	const LastName = pick(LAST_NAMES);
	const createdOn = midnight(2026, 6 + (index % 3), 1 + (index % 28));
	return {
		ID: FIRST_ID + index,
		OrganisationID,
		Role: ROLES.learner,
		FirstName,
		LastName,
		MISID: `L${number}`,
		Username: `L${number}${letters(LastName).slice(0, 4).toUpperCase()}`,
		Email: `${letters(FirstName)}.${letters(LastName)}.${number}@example.com`,
		DefaultAssessorID: pick(staff.filter((one) => here(one) && one.Role === ROLES.assessor)).ID,
		ClassroomID: pick(classrooms.filter(here)).ID,
		PlacementID: pick(placements.filter(here)).ID,
		DOB: midnight(1990 + (index % 18), 1 + (index % 12), 1 + (index % 28)),
		ULN: `99${String(10_000_000 + index)}`,
		L12: pick(['31', '32', '39', '41', '98']),
		L13: pick(['F', 'M']),
		StartOn: midnight(2026, 9, 1),
		PlannedEndDate: midnight(2028, 2, 29),
		LearnerStatusID: 1,
		Progress: 0,
		Archived: index % 50 === 49,
		CreatedOn: createdOn,
		LastModified: createdOn,
	};
}

/** Every second learner has a standard and its units; every sixth of them has reviews, plans, visits and timesheets. */
function seedLearners(state) {
	const random = seededRandom(2070);
	for (let index = 0; index < COUNT; index++) {
		const user = state.users.put(learner(index, random));
		if (index % 2 === 1) continue;
		const offered = standards.filter((standard) => standard.organisations.includes(user.OrganisationID));
		const aim = state.assignStandard(user, offered[Math.floor(random() * offered.length)], user.LastModified);
		aim.Progress = Math.floor(random() * 1000) / 10;
		user.Progress = aim.Progress;
		for (const unitId of state.standards.get(aim.StandardID).units) {
			state.assignUnit(user, state.units.get(unitId), aim);
		}
		if (index % 12 === 0) seedMeetings(state, user, index);
	}
}

function seedMeetings(state, user, index) {
	const LearnerID = user.ID;
	const AssessorID = user.DefaultAssessorID;
	const visit = state.visits.add({
		LearnerID,
		AssessorID,
		OrganisationID: user.OrganisationID,
		DateFrom: '2026-10-05T09:00:00.000Z',
		DateTo: '2026-10-05T10:00:00.000Z',
		VisitTypeID: 2,
		SMSReminder: false,
	});
	const review = { LearnerID, AssessorID, CreatedOn: '2026-09-01T08:30:00.000Z', Progress: user.Progress };
	state.reviews.add({
		...review,
		Status: 2,
		ScheduledFor: visit.DateFrom,
		StartedOn: visit.DateFrom,
		AssessorSignedOn: visit.DateTo,
		VisitID: visit.ID,
	});
	// A review whose date is not set yet: ScheduledFor is nullable (C-SUN).
	state.reviews.add({
		...review,
		Status: 1,
		ScheduledFor: index % 24 === 0 ? null : '2026-12-07T09:00:00.000Z',
	});
	state.plans.add({
		LearnerID,
		Title: 'Cynllun dysgu – Hydref',
		PlanOn: '2026-10-06T00:00:00.000Z',
		AssessorSignedOn: '2026-10-06T11:00:00.000Z',
	});
	const sheet = {
		LearnerID,
		TimesheetCategory: 'Off-the-job training',
		FromDate: '2026-10-12T09:00:00.000Z',
		ToDate: '2026-10-12T12:30:00.000Z',
	};
	state.timesheets.add({ ...sheet, Comments: 'Workshop\nNorthgate House', IsOffTheJob: true });
	// Comments can be longer than 65,535 characters (C-FOLIO).
	if (index === 0) {
		state.timesheets.add({ ...sheet, Comments: 'Reflection. '.repeat(6000), IsOffTheJob: false });
	}
	state.offTheJob.put({
		ID: LearnerID,
		ContractedHours: 37.5,
		TargetPercentage: 20,
		PlannedOTJ: 487,
		Duration: 78,
		MethodOfCalculatingOTJ: 'Planned',
		MinimumOTJ: 278,
		PercentOfPlanned: 12.5,
		CachedActualHours: 60.9,
	});
}

module.exports = { FIRST_ID, COUNT, IN_BUSINESS, seedLearners };
