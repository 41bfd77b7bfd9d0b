import type { IDataObject } from 'n8n-workflow';

/** Roles of OneFile's accounts (source: "Using the OneFile API"; 4 from help centre 76000037051). */
export const ROLES = { learner: 1, traineeAssessor: 4, assessor: 5, iqa: 10, employer: 40, observer: 45 } as const;

/** A kind of person or thing that a locator can hold: where OneFile lists it and what it is recognised by. */
export interface Kind {
	/** As in a sentence: `classroom`. */
	what: string;
	plural: string;
	/** Path of its search, without the page. */
	path: string;
	/** Whether only the search without pages is known. */
	unpaged?: boolean;
	filters?: IDataObject;
	/**
	 * `people` may be searched in all organisations at once; `organisation`: belongs to one; `learner`: belongs to a learner;
	 * `none`: above organisations.
	 */
	scope: 'people' | 'organisation' | 'learner' | 'none';
	/** What its search calls the learner it belongs to: the name differs from object to object (onefile-api 4.6). */
	learnerKey?: 'UserID' | 'LearnerID';
	/** Ways to choose one, beside From List and By ID. */
	ways: Array<'misId' | 'email' | 'name'>;
	/** The wire name of its title; people have names instead, and what has neither has a date. */
	title?: 'Name' | 'Title';
	date?: 'ScheduledFor' | 'PlanOn';
	/** Its list in the editor: a method of the node. */
	listMethod: string;
	/** Units alone have ids that are texts (source: working clients, for example KS_COMM1). */
	textId?: boolean;
}

const person = { path: '/User/Search', scope: 'people', ways: ['misId', 'email', 'name'] } satisfies Partial<Kind>;
const named = { ways: ['name'] } satisfies Partial<Kind>;

export const KINDS = {
	learner: { ...person, what: 'learner', plural: 'learners', filters: { Role: ROLES.learner }, listMethod: 'searchLearners' },
	assessor: { ...person, what: 'assessor', plural: 'assessors', filters: { Role: ROLES.assessor }, listMethod: 'searchAssessors' },
	employer: { ...person, what: 'employer', plural: 'employers', filters: { Role: ROLES.employer }, listMethod: 'searchEmployers' },
	observer: { ...person, what: 'observer', plural: 'observers', filters: { Role: ROLES.observer }, listMethod: 'searchObservers' },
	user: { ...person, what: 'user', plural: 'users', listMethod: 'searchUsers' },
	organisation: {
		...named,
		what: 'organisation',
		plural: 'organisations',
		path: '/Organisation/Search',
		scope: 'none',
		title: 'Name',
		listMethod: 'searchOrganisations',
	},
	classroom: {
		...named,
		what: 'classroom',
		plural: 'classrooms',
		path: '/Classroom/Search',
		scope: 'organisation',
		title: 'Name',
		listMethod: 'searchClassrooms',
	},
	placement: {
		...named,
		what: 'placement',
		plural: 'placements',
		path: '/Placement/Search',
		scope: 'organisation',
		title: 'Name',
		listMethod: 'searchPlacements',
	},
	standard: {
		...named,
		what: 'standard',
		plural: 'standards',
		path: '/Standard/Search',
		scope: 'organisation',
		title: 'Title',
		listMethod: 'searchStandards',
	},
	unit: {
		...named,
		what: 'unit',
		plural: 'units',
		path: '/Unit/Search',
		scope: 'organisation',
		title: 'Title',
		listMethod: 'searchUnits',
		textId: true,
	},
	frameworkTemplate: {
		...named,
		what: 'framework template',
		plural: 'framework templates',
		path: '/FrameworkTemplate/Search',
		unpaged: true,
		scope: 'organisation',
		title: 'Title',
		listMethod: 'searchFrameworkTemplates',
	},
	provider: {
		...named,
		what: 'provider',
		plural: 'providers',
		path: '/Provider/Search',
		scope: 'organisation',
		title: 'Name',
		listMethod: 'searchProviders',
	},
	// A learning aim is called by the title of its standard.
	learningAim: {
		...named,
		what: 'learning aim',
		plural: 'learning aims',
		path: '/LearningAim/Search',
		scope: 'learner',
		learnerKey: 'UserID',
		title: 'Title',
		listMethod: 'searchLearningAims',
	},
	review: {
		what: 'review',
		plural: 'reviews',
		path: '/Review/Search',
		scope: 'learner',
		learnerKey: 'LearnerID',
		ways: [],
		date: 'ScheduledFor',
		listMethod: 'searchReviews',
	},
	plan: {
		what: 'plan',
		plural: 'plans',
		path: '/Plan/Search',
		scope: 'learner',
		learnerKey: 'LearnerID',
		ways: [],
		date: 'PlanOn',
		listMethod: 'searchPlans',
	},
} satisfies Record<string, Kind>;
