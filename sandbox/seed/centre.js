'use strict';

// The made-up centre. Ids follow the vendor's own samples where there are any (customer 2070, organisations 5740/5741).
const customer = { ID: 2070, Name: 'Northgate Training Group', token: 'sandbox-customer-token' };
const otherCustomer = { ID: 2071, Name: 'Harbour Skills Academy', token: 'sandbox-other-customer-token' };

const organisation = (ID, Name, CustomerID = customer.ID) => ({
	ID,
	Name,
	CustomerID,
	KeychainCreationForNewUserActive: false,
	KeychainEmailSuppression: false,
});

const BUSINESS = 5740;
const CARE = 5741;
const HARBOUR = 5750;

const organisations = [
	organisation(BUSINESS, 'Northgate Training - Business'),
	organisation(CARE, 'Northgate Training - Care'),
	organisation(HARBOUR, 'Harbour Skills', otherCustomer.ID),
];

const placement = (ID, OrganisationID, Name, Address) => ({
	ID,
	OrganisationID,
	Name,
	Address,
	Active: true,
	MISID: `P${String(ID).slice(-3)}`,
});

const placements = [
	// Two placements of one name in different organisations.
	placement(18901, BUSINESS, 'Default Placement', 'Northgate House\n1 Example Street\nNorthgate'),
	placement(18921, CARE, 'Default Placement', 'Northgate House\n1 Example Street\nNorthgate'),
	// prettier-ignore
	...[
		'Ashdown Furniture', 'Bridge Street Dental', 'Café Môn', 'Calder & Sons Solicitors', "D'Arcy Estates", 'Eastfield Library',
		'Fenwick Freight', 'Gwêl y Môr Hotel', 'Hollin Insurance', 'Ivybank Accountants', 'Jubilee Garden Centre', 'Kestrel Logistics',
		'Larkrise Housing', 'Mossley Print Works', 'Newbold Council Offices', "O'Hara Motors", 'Pendle Call Centre', 'Quarry Bank Hire',
		'Ridgeway Travel',
	].map((name, i) => placement(18902 + i, BUSINESS, name, `${i + 2} Example Street\nNorthgate`)),
	// prettier-ignore
	...[
		'Abbey Court Nursing Home', 'Bryn Awel Care Home', 'Cherry Tree Nursery', 'Dovecote Day Centre', 'Elm Grange',
		"Fairfields Children's Centre", 'Glan-yr-Afon', 'Hazel House', 'Little Acorns Nursery',
	].map((name, i) => placement(18922 + i, CARE, name, `${i + 2} Sample Road, Northgate`)),
];

const classroom = (ID, OrganisationID, Name) => ({
	ID,
	OrganisationID,
	Name,
	MISID: `C${String(ID).slice(-3)}`,
	StartOn: '2026-09-01T00:00:00.000Z',
	Archive: false,
});

const classrooms = [
	// Two classrooms of one name in different organisations.
	classroom(15379, BUSINESS, 'Induction September 2026'),
	classroom(15387, CARE, 'Induction September 2026'),
	// prettier-ignore
	...[
		'Business Admin L3 Cohort A', 'Business Admin L3 Cohort B', 'Customer Service L2', 'Contact Centre Evening Group',
		'Team Leaders Monday', 'Team Leaders Thursday', 'Grŵp Cymraeg',
	].map((name, i) => classroom(15380 + i, BUSINESS, name)),
	...['Care L2 Wednesday', 'Care L3 Friday', 'Early Years 2026'].map((name, i) =>
		classroom(15388 + i, CARE, name),
	),
];

const providers = [
	{ ID: 17501, OrganisationID: BUSINESS, Name: 'Northgate Training' },
	{ ID: 17502, OrganisationID: BUSINESS, Name: 'Eastfield College' },
	{ ID: 17503, OrganisationID: CARE, Name: 'Northgate Training' },
];

const unit = (ID, Title) => ({ ID, Title, NDAQCode: null, Display: null });
const units = (prefix, titles) => titles.map((title, i) => unit(`${prefix}${i + 1}`, title));
// One unit that two standards share.
const communication = unit('KS_COMM1', 'Key Skills Communication Level 1');

const standards = [
	{
		ID: 301,
		Title: 'Business Administrator Level 3',
		organisations: [BUSINESS],
		units: units('ST0070_U', [
			'Organisation and Stakeholders',
			'Records and Documents',
			'Decision Making',
			'Planning',
			'Project Management',
			'Professionalism',
		]),
	},
	{
		ID: 302,
		Title: 'Customer Service Practitioner Level 2',
		organisations: [BUSINESS],
		units: [
			...units('ST0072_U', [
				'Knowing Your Customers',
				'Systems and Resources',
				'Right First Time',
				'Dealing with Conflict',
			]),
			communication,
		],
	},
	{
		// Its title contains the one before: a search by title returns both.
		ID: 303,
		Title: 'Customer Service Practitioner Level 2 (Contact Centre)',
		organisations: [BUSINESS],
		units: units('CC2_', [
			'Call Handling',
			'Written Contact',
			'Product Knowledge',
			'Complaints',
			'Data Protection',
		]),
	},
	{
		ID: 304,
		Title: 'Team Leader Level 3',
		organisations: [BUSINESS, CARE],
		units: units('ST0384_U', [
			'Leading People',
			'Managing People',
			'Building Relationships',
			'Communication',
			'Operational Management',
			'Finance',
			'Self Awareness',
		]),
	},
	// Two standards whose titles differ only by the level.
	{
		ID: 305,
		Title: 'Diploma in Care Level 2',
		organisations: [CARE],
		// A unit id that would be spoilt by reading it as a number.
		units: [
			unit('0012345', 'Safeguarding'),
			...units('CARE2_', [
				'Duty of Care',
				'Communication in Care',
				'Person-centred Approaches',
				'Handling Information',
			]),
		],
	},
	{
		ID: 306,
		Title: 'Diploma in Care Level 3',
		organisations: [CARE],
		units: units('CARE3_', [
			'Duty of Care',
			'Communication in Care',
			'Person-centred Approaches',
			'Health and Safety',
			'Infection Control',
			'Medication',
			'End of Life Care',
			'Reflective Practice',
		]),
	},
	{
		ID: 307,
		Title: 'Adult Care Worker Level 2',
		organisations: [CARE],
		units: [
			...units('ST0005_U', ['The Role', 'Values', 'Communication', 'Safeguarding', 'Wellbeing']),
			communication,
		],
	},
	{
		ID: 308,
		Title: 'Early Years Educator Level 3',
		organisations: [CARE],
		units: [
			'Child Development',
			'Play and Learning',
			'Safeguarding',
			'Health and Wellbeing',
			'Partnership Working',
			'Addysg Gymraeg',
		].map((title, i) => unit(`2017EDECET_0_${i + 1}`, title)),
	},
];

const frameworkTemplates = [
	{ ID: 71, OrganisationID: BUSINESS, Title: 'Business Administrator apprenticeship', standards: [301] },
	{ ID: 72, OrganisationID: BUSINESS, Title: 'Customer Service then Team Leader', standards: [302, 304] },
	{ ID: 73, OrganisationID: CARE, Title: 'Care Level 2 pathway', standards: [305, 307] },
];

const learnerStatuses = [
	{ ID: 1, Name: 'On programme' },
	{ ID: 2, Name: 'Break in learning' },
	{ ID: 3, Name: 'Completed' },
	{ ID: 4, Name: 'Withdrawn' },
];
// Status 0 is what clients send for a running aim; 1 is "achieved" (C-SDK). The names are ours.
const learningAimStatuses = [
	{ ID: 0, Name: 'In progress' },
	{ ID: 1, Name: 'Achieved' },
	{ ID: 2, Name: 'Withdrawn' },
];

// prettier-ignore
module.exports = {
	BUSINESS, CARE, HARBOUR,
	customer, otherCustomer, organisations, organisation, placements, providers, classrooms, standards,
	frameworkTemplates, learnerStatuses, learningAimStatuses,
};
