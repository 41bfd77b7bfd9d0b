'use strict';

const { CODES, Refusal } = require('../errors');
const { readFields, requireFields } = require('../input');
const { is, isText } = require('../lookup');
const { learnerStatuses } = require('../seed/centre');
const { ROLES } = require('../seed/staff');

/** A-USER, and the two LLDD fields that C-SUN sends. */
const FIELDS = {
	OrganisationID: 'id',
	FirstName: 'text',
	LastName: 'text',
	Email: 'text',
	Role: 'id',
	DefaultAssessorID: 'id',
	DefaultEmployerID: 'id',
	ClassroomID: 'id',
	PlacementID: 'id',
	ProviderID: 'id',
	LearnerStatusID: 'id',
	MISID: 'text',
	Username: 'text',
	CreatedOn: 'dateTime',
	CentreRegister: 'dateTime',
	DOB: 'dateTime',
	StartOn: 'dateTime',
	PlannedEndDate: 'dateTime',
	CompanyName: 'text',
	MobileNumber: 'text',
	Telephone: 'text',
	Website: 'text',
	WorkAddress: 'text',
	HomeAddress: 'text',
	ULN: 'text',
	NINO: 'text',
	EpisodeName: 'text',
	L12: 'text',
	L13: 'text',
	L14: 'text',
	L15: 'text',
	L16: 'text',
	PrimaryLLDDCode: 'text',
	SecondaryLLDDCodes: 'list',
	SupportFunding: 'flag',
};
const FILTERS = {
	OrganisationID: 'id',
	Role: 'id',
	FirstName: 'text',
	LastName: 'text',
	MISID: 'text',
	Email: 'text',
	LastModified: 'dateTime',
};

const STUB = ['ID', 'FirstName', 'LastName', 'MISID'];
const RECORD = ['ID', ...Object.keys(FIELDS), 'Progress', 'LastModified'];
/** The fields that working clients read from GET User; the rest of RECORD is inferred from what a create accepts. */
// prettier-ignore
const SEEN = [
	'ID', 'Username', 'FirstName', 'LastName', 'Email', 'PlacementID', 'ClassroomID', 'HomeAddress', 'Telephone', 'MobileNumber', 'NINO',
	'ULN', 'DOB', 'L12', 'L13', 'StartOn', 'PlannedEndDate', 'EpisodeName', 'Progress', 'LastModified',
];

const NAMES_AND_ROLE = ['FirstName', 'LastName', 'Role'];
const LEARNER_PLACE = ['DefaultAssessorID', 'ClassroomID', 'PlacementID'];
const MUST_EXIST = [...LEARNER_PLACE, 'Role'];

/** Trainee assessors came with v2.1 (A-USER). */
const rolesIn = (version) =>
	Object.values(ROLES).filter((role) => version === 'v2.1' || role !== ROLES.traineeAssessor);

/** v2 as in SEED; v2.1 as in A-USER. */
function requiredFields(version, role) {
	const later = version === 'v2.1' ? ['OrganisationID', 'Email'] : [];
	if (role === ROLES.learner) return [...NAMES_AND_ROLE, ...later, ...LEARNER_PLACE];
	const isVisitor = role === ROLES.employer || role === ROLES.observer;
	return [...NAMES_AND_ROLE, ...later, ...(version === 'v2.1' && isVisitor ? ['PlacementID'] : [])];
}

module.exports = (app, sandbox) => {
	const { lookup, answers, settings, state } = sandbox;

	app.post('/User', async (request, reply) => {
		const fields = readFields(request, FIELDS);
		requireFields(fields, requiredFields(request.version, fields.Role));
		const user = { ...fields, OrganisationID: fields.OrganisationID ?? likelyOrganisation(request, fields) };
		checkUser(request, user, Object.keys(user));
		if (
			user.MISID &&
			settings.quirks.duplicateMisId === 'refuse' &&
			holdersOf(request, 'MISID', user.MISID).length > 0
		) {
			throw new Refusal('A user with that MISID already exists.', CODES.misIdExists);
		}
		const created = state.users.add({
			Progress: user.Role === ROLES.learner ? 0 : null,
			CreatedOn: sandbox.now(),
			...user,
		});
		created.Username =
			user.Username ||
			`${user.FirstName[0]}${user.LastName}`.replace(/\P{L}/gu, '').toUpperCase() + created.ID;
		created.LastModified = sandbox.now();
		return answers.created(reply, created.ID, { ID: created.ID, Username: created.Username });
	});

	for (const path of ['/User/Search', '/User/Search/:page/:size']) {
		app.post(path, async (request, reply) => {
			const { hideArchived } = settings.quirks;
			const found = lookup.search(request, 'users', readFields(request, FILTERS), {
				OrganisationID: is('OrganisationID'),
				Role: is('Role'),
				FirstName: isText('FirstName'),
				LastName: isText('LastName'),
				MISID: isText('MISID'),
				Email: isText('Email'),
				LastModified: changedSince,
			});
			const shown = hideArchived ? found.filter((user) => !user.Archived) : found;
			return answers.search(request, reply, shown, { stub: STUB, full: RECORD });
		});
	}

	app.get('/User/:id', async (request, reply) => {
		const user = lookup.inPath(request, 'users', request.params.id);
		const { showArchived, lastModifiedShown } = settings.quirks;
		const shown = (names) => [
			...names.filter((name) => lastModifiedShown || name !== 'LastModified'),
			...(showArchived ? ['Archived'] : []),
		];
		return answers.record(
			reply,
			{ ...user, Archived: Boolean(user.Archived) },
			{ all: shown(RECORD), seen: shown(SEEN) },
		);
	});

	app.post('/User/:id', async (request, reply) => {
		const user = lookup.inPath(request, 'users', request.params.id);
		const changes = readFields(request, FIELDS);
		if (!settings.quirks.blankClears) {
			for (const name of Object.keys(changes)) if (changes[name] === '') delete changes[name];
		}
		const changed = { ...user, ...changes };
		requireFields(changed, [...NAMES_AND_ROLE, ...(user.Role === ROLES.learner ? LEARNER_PLACE : [])]);
		// One account, one role (SEED).
		if (changed.Role !== user.Role) throw new Refusal('The role of a user cannot be changed.');
		const hasMoved = changed.OrganisationID !== user.OrganisationID;
		checkUser(request, changed, Object.keys(hasMoved ? changed : changes));
		Object.assign(user, changes, { LastModified: sandbox.now() });
		return answers.written(reply, user);
	});

	const archive = (isArchived) => async (request, reply) => {
		const user = lookup.inPath(request, 'users', request.params.id);
		Object.assign(user, { Archived: isArchived, LastModified: sandbox.now() });
		return answers.written(reply, user);
	};
	app.post('/User/:id/Archive', archive(true));
	app.post('/User/:id/Unarchive', archive(false));

	/** The named fields must point at things of the user's own organisation; 0 means none, as in the vendor's sample. */
	function checkUser(request, user, names) {
		const given = (name) =>
			names.includes(name) && user[name] != null && (user[name] !== 0 || MUST_EXIST.includes(name));
		lookup.organisation(request, user.OrganisationID);
		if (given('Role') && !rolesIn(request.version).includes(user.Role)) {
			throw new Refusal(`Role ${user.Role} is not valid.`);
		}
		if (given('ClassroomID')) lookup.classroom(user.ClassroomID, user.OrganisationID);
		if (given('PlacementID')) lookup.placement(user.PlacementID, user.OrganisationID);
		if (given('DefaultAssessorID')) {
			lookup.user(user.DefaultAssessorID, user.OrganisationID, [ROLES.assessor], 'Default assessor');
		}
		if (given('DefaultEmployerID')) {
			lookup.user(user.DefaultEmployerID, user.OrganisationID, [ROLES.employer], 'Default employer');
		}
		if (given('LearnerStatusID') && !learnerStatuses.some(({ ID }) => ID === user.LearnerStatusID)) {
			throw new Refusal('Learner status not found.');
		}
		if (given('Username') && holdersOf(request, 'Username', user.Username).some(({ ID }) => ID !== user.ID)) {
			throw new Refusal('The username is taken.');
		}
	}

	/** v2 does not ask for an organisation (SEED): a learner's is that of the classroom, others need a customer with only one. */
	function likelyOrganisation(request, { ClassroomID }) {
		const own = lookup.search(request, 'organisations', {}, {});
		return own.length === 1 ? own[0].ID : state.classrooms.get(ClassroomID)?.OrganisationID;
	}

	function holdersOf(request, name, value) {
		return lookup.search(request, 'users', {}, {}).filter((user) => isText(name)(user, value));
	}

	function changedSince(user, moment) {
		return settings.quirks.lastModifiedInclusive ? user.LastModified >= moment : user.LastModified > moment;
	}
};
