'use strict';

const { SEED } = require('../../sandbox');

const by = (mode, value) => ({ __rl: true, mode, value: String(value) });

/** A learner who has everything that a portfolio can hold. */
const LEARNER = SEED.learners.firstId;
const learner = by('id', LEARNER);
const moment = '2026-10-05T09:00:00.000Z';

/** Gives the records that the tour looks at a value in every field, so that each shows its type. */
function complete({ state }) {
	const person = state.users.get(LEARNER);
	const aim = state.learningAims.where(({ UserID }) => UserID === LEARNER)[0];
	const review = state.reviews.where(({ LearnerID }) => LearnerID === LEARNER)[0];
	const plan = state.plans.where(({ LearnerID }) => LearnerID === LEARNER)[0];
	Object.assign(person, {
		DefaultEmployerID: SEED.people.employer.ID,
		ProviderID: SEED.providers[0].ID,
		EpisodeName: 'Apprenticeship',
	});
	Object.assign(aim, { AchievedDate: moment });
	for (const summary of state.unitSummaries.where(({ UserID }) => UserID === LEARNER))
		summary.Progress = 12.5;
	Object.assign(review, {
		EmployerID: SEED.people.employer.ID,
		LearnerSignedOn: moment,
		EmployerSignedOn: moment,
	});
	Object.assign(plan, { LearnerSignedOn: moment });
	Object.assign(state.classrooms.get(SEED.classrooms[0].ID), {
		CompletionMessage: 'Well done',
		SendCompletionMessage: true,
		IVFinalSignOff: true,
	});
	Object.assign(state.placements.get(SEED.placements[0].ID), {
		Contact: 'The office',
		Email: 'office@example.com',
		Fax: '01632 960001',
		Telephone: '01632 960000',
		Web: 'https://example.com',
	});
	for (const unit of state.units.where()) Object.assign(unit, { NDAQCode: 'A/123/4567', Display: 'Unit 1' });
	return { person, aim, review, plan };
}

/** Every operation at least once, with the parameters that it needs: `[resource, operation, parameters]`. */
function tour(sandbox) {
	const { person, aim, review, plan } = complete(sandbox);
	const assessor = by('id', person.DefaultAssessorID);
	const newcomer = {
		firstName: 'Ana',
		lastName: 'Bevan',
		email: 'ana.bevan@example.com',
		defaultAssessor: assessor,
		classroom: by('id', person.ClassroomID),
		placement: by('id', person.PlacementID),
	};
	const withMisId = (misId) => ({ ...newcomer, additionalFields: { misId, startOn: '2026-09-01' } });
	const standard = by('id', SEED.standards[0].ID);
	const other = by('id', SEED.learners.firstId + 1);
	const user = by('id', SEED.people.observer.ID);
	const [classroom, placement, provider] = ['classrooms', 'placements', 'providers'].map((list) =>
		by('id', SEED[list][0].ID),
	);
	return [
		['learner', 'onboard', { ...withMisId('T1'), standard }],
		['learner', 'onboard', { ...withMisId(person.MISID), standard: by('id', aim.StandardID) }],
		['learner', 'getProgress', { learner }],
		['user', 'create', withMisId('T2')],
		['user', 'upsert', withMisId('T3')],
		['user', 'get', { user: learner }],
		['user', 'getAll', { role: SEED.roles.assessor }],
		['user', 'update', { user, updateFields: { telephone: '01632 960000' } }],
		['user', 'archive', { user }],
		['user', 'unarchive', { user }],
		['user', 'assignPlacement', { user, placement }],
		['assignment', 'create', { assignee: assessor, learner }],
		['standard', 'assign', { learner: other, standard }],
		['standard', 'getAll', {}],
		['standard', 'get', { standard }],
		['unit', 'assign', { learner: other, standard, unit: by('id', SEED.standards[0].units[0].ID) }],
		['unit', 'getAll', { standard }],
		['unit', 'get', { unit: by('id', SEED.standards[0].units[0].ID) }],
		['learningAim', 'getAll', { learner }],
		['learningAim', 'get', { learningAim: by('id', aim.ID) }],
		['learningAim', 'update', { learningAim: by('id', aim.ID), updateFields: { plannedEnd: '2028-01-01' } }],
		['unitSummary', 'getAll', { learner }],
		['frameworkTemplate', 'assign', { learner, frameworkTemplate: by('id', SEED.frameworkTemplates[0].ID) }],
		['frameworkTemplate', 'getAll', {}],
		...[
			'getAll',
			'get',
			'getCustomer',
			'getAssignedStandards',
			'getLearnerStatuses',
			'getLearningAimStatuses',
		].map((operation) => ['organisation', operation, {}]),
		...objects(
			'classroom',
			classroom,
			{ startOn: '2026-09-01', archive: false },
			{ updateFields: { name: 'New name' } },
		),
		...objects(
			'placement',
			placement,
			{ address: '1 Example Street' },
			{ updateFields: { name: 'New name' } },
		),
		...objects('provider', provider, {}, { name: 'New name' }),
		['review', 'getAll', { learner }],
		['review', 'get', { review: by('id', review.ID) }],
		['review', 'create', { learner, assessor, scheduledFor: moment }],
		['visit', 'create', { learner, assessor, dateFrom: moment, dateTo: moment }],
		['plan', 'getAll', { learner }],
		['plan', 'get', { plan: by('id', plan.ID) }],
		['timesheet', 'getAll', { learner }],
		['timesheet', 'getOffTheJob', { learner }],
	];
}

function objects(resource, one, additionalFields, change) {
	return [
		[resource, 'getAll', {}],
		[resource, 'get', { [resource]: one }],
		[resource, 'create', { name: 'New one', additionalFields }],
		[resource, 'update', { [resource]: one, ...change }],
	];
}

module.exports = { tour };
