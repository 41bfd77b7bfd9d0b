'use strict';

const { Refusal } = require('../errors');
const { readFields, readPathFlag, requireFields } = require('../input');
const { ROLES } = require('../seed/staff');

const LEVEL = { additional: 1, unitSummary: 2, learningAim: 3 };
// Roles per level: A-ASSIGN. Trainee assessors are not named there.
const QUALIFIED = [ROLES.assessor, ROLES.iqa];
const ROLES_AT = {
	[LEVEL.learningAim]: QUALIFIED,
	[LEVEL.unitSummary]: QUALIFIED,
	[LEVEL.additional]: [...QUALIFIED, ROLES.employer, ROLES.observer],
};
const DEFAULT_FIELD = { [ROLES.assessor]: 'DefaultAssessorID', [ROLES.employer]: 'DefaultEmployerID' };

/** Whom a learner works with. The user in the path is the one who is assigned; the body names the learner (C-TOOLS). */
module.exports = (app, sandbox) => {
	const { lookup, answers, state } = sandbox;

	app.post('/User/:id/Assign', async (request, reply) => {
		const user = lookup.inPath(request, 'users', request.params.id);
		const fields = readFields(request, { LearnerID: 'id', Level: 'id', StandardID: 'id', UnitID: 'text' });
		requireFields(fields, ['LearnerID']);
		if (user.Role === ROLES.learner) throw new Refusal('A learner cannot be assigned to a learner.');
		const learner = lookup.user(fields.LearnerID, user.OrganisationID, [ROLES.learner], 'Learner');
		if (fields.Level == null) setDefault(request, user, learner);
		else addAssignment(user, learner, fields);
		learner.LastModified = sandbox.now();
		return answers.written(reply, user);
	});

	app.post('/User/:id/AssignPlacement/:placementId/:grantAccess', async (request, reply) => {
		const user = lookup.inPath(request, 'users', request.params.id);
		const placement = lookup.inPath(request, 'placements', request.params.placementId);
		const GrantAccess = readPathFlag(request.params.grantAccess, 'grantAccess');
		if (![ROLES.employer, ROLES.observer].includes(user.Role)) {
			throw new Refusal('Only employers and observers are assigned to placements.');
		}
		lookup.placement(placement.ID, user.OrganisationID);
		state.placementAccess.add({ UserID: user.ID, PlacementID: placement.ID, GrantAccess });
		return answers.written(reply, user);
	});

	/** An unset level meant "default" in v2 (SEED); v2.1 changes the learner instead (A-ASSIGN). */
	function setDefault(request, user, learner) {
		const field = DEFAULT_FIELD[user.Role];
		if (request.version !== 'v2') throw new Refusal('The Level field is required.');
		if (!field) throw new Refusal('Only an assessor or an employer can be the default of a learner.');
		lookup.user(user.ID, learner.OrganisationID, [user.Role], 'User');
		learner[field] = user.ID;
	}

	function addAssignment(user, learner, { Level, StandardID, UnitID }) {
		if (!ROLES_AT[Level]) throw new Refusal(`Level ${Level} is not valid.`);
		lookup.user(user.ID, learner.OrganisationID, ROLES_AT[Level], 'User');
		const assignment = { UserID: user.ID, LearnerID: learner.ID, Level };
		if (Level === LEVEL.learningAim) {
			requireFields({ StandardID }, ['StandardID']);
			if (!state.aimOf(learner.ID, StandardID)) throw new Refusal('The learner does not have that standard.');
			assignment.StandardID = StandardID;
		}
		if (Level === LEVEL.unitSummary) {
			requireFields({ UnitID }, ['UnitID']);
			if (!state.summaryOf(learner.ID, UnitID)) throw new Refusal('The learner does not have that unit.');
			assignment.UnitID = UnitID;
		}
		state.assignments.add(assignment);
	}
};
