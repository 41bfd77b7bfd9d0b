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
	filters?: IDataObject;
	/** `people` may be searched in all organisations at once; `organisation`: belongs to one; `none`: above organisations. */
	scope: 'people' | 'organisation' | 'none';
	/** The wire name of its title; people have names instead. */
	title?: 'Name' | 'Title';
	/** Its list in the editor: a method of the node. */
	listMethod: string;
	/** Units alone have ids that are texts (source: working clients, for example KS_COMM1). */
	textId?: boolean;
}

const person = { path: '/User/Search', scope: 'people' } as const;

export const KINDS = {
	learner: { ...person, what: 'learner', plural: 'learners', filters: { Role: ROLES.learner }, listMethod: 'searchLearners' },
	assessor: { ...person, what: 'assessor', plural: 'assessors', filters: { Role: ROLES.assessor }, listMethod: 'searchAssessors' },
	employer: { ...person, what: 'employer', plural: 'employers', filters: { Role: ROLES.employer }, listMethod: 'searchEmployers' },
	observer: { ...person, what: 'observer', plural: 'observers', filters: { Role: ROLES.observer }, listMethod: 'searchObservers' },
	user: { ...person, what: 'user', plural: 'users', listMethod: 'searchUsers' },
	organisation: {
		what: 'organisation',
		plural: 'organisations',
		path: '/Organisation/Search',
		scope: 'none',
		title: 'Name',
		listMethod: 'searchOrganisations',
	},
	classroom: {
		what: 'classroom',
		plural: 'classrooms',
		path: '/Classroom/Search',
		scope: 'organisation',
		title: 'Name',
		listMethod: 'searchClassrooms',
	},
	placement: {
		what: 'placement',
		plural: 'placements',
		path: '/Placement/Search',
		scope: 'organisation',
		title: 'Name',
		listMethod: 'searchPlacements',
	},
	standard: {
		what: 'standard',
		plural: 'standards',
		path: '/Standard/Search',
		scope: 'organisation',
		title: 'Title',
		listMethod: 'searchStandards',
	},
	unit: {
		what: 'unit',
		plural: 'units',
		path: '/Unit/Search',
		scope: 'organisation',
		title: 'Title',
		listMethod: 'searchUnits',
		textId: true,
	},
	frameworkTemplate: {
		what: 'framework template',
		plural: 'framework templates',
		path: '/FrameworkTemplate/Search',
		scope: 'organisation',
		title: 'Title',
		listMethod: 'searchFrameworkTemplates',
	},
} satisfies Record<string, Kind>;
