import { ROLES } from '../../lookup/kinds';
import type { EditorField } from '../fields';

export const ROLE_OPTIONS = [
	{ name: 'Assessor', value: ROLES.assessor },
	{ name: 'Employer', value: ROLES.employer },
	{ name: 'IQA', value: ROLES.iqa },
	{ name: 'Learner', value: ROLES.learner },
	{ name: 'Observer', value: ROLES.observer },
	{ name: 'Trainee Assessor', value: ROLES.traineeAssessor, description: 'With API version v2.1 only' },
];

/** Roles that have a placement (source: help centre 76000037051; the founding page has it for learners only). */
export const ROLES_WITH_PLACEMENT: number[] = [ROLES.learner, ROLES.employer, ROLES.observer];

/** `IQA`, `learner`: a role as in a sentence. */
export function roleName(role: number): string {
	const name = ROLE_OPTIONS.find(({ value }) => value === role)?.name ?? 'user';
	return name === 'IQA' ? name : name.toLowerCase();
}

/** Every optional field of a user (source: help centre 76000037051; the ILR codes L12 to L16 also from working clients). */
export const USER_FIELDS: EditorField[] = [
	{ name: 'misId', label: 'MIS ID', wire: 'MISID', type: 'string', description: "Your own system's key for the person" },
	{ name: 'username', label: 'Username', wire: 'Username', type: 'string', description: 'OneFile makes one up if it is left empty' },
	{ name: 'createdOn', label: 'Created On', wire: 'CreatedOn', type: 'date', description: 'When the account counts as created' },
	{ name: 'companyName', label: 'Company Name', wire: 'CompanyName', type: 'string', description: 'The company that the person works for' },
	{ name: 'mobileNumber', label: 'Mobile Number', wire: 'MobileNumber', type: 'string', description: 'As text, so that its first zero stays' },
	{ name: 'telephone', label: 'Telephone', wire: 'Telephone', type: 'string', description: 'As text, so that its first zero stays' },
	{ name: 'website', label: 'Website', wire: 'Website', type: 'string', placeholder: 'e.g. https://example.com' },
	{ name: 'workAddress', label: 'Work Address', wire: 'WorkAddress', type: 'string', description: 'May have several lines' },
	{ name: 'homeAddress', label: 'Home Address', wire: 'HomeAddress', type: 'string', description: 'May have several lines', personal: true },
	{ name: 'uln', label: 'ULN', wire: 'ULN', type: 'string', description: 'Unique learner number', personal: true },
	{ name: 'nino', label: 'National Insurance Number', wire: 'NINO', type: 'string', placeholder: 'e.g. QQ123456C', personal: true },
	{ name: 'episodeName', label: 'Episode Name', wire: 'EpisodeName', type: 'string', description: "Name of the learner's current programme" },
	{ name: 'centreRegister', label: 'Centre Registration Date', wire: 'CentreRegister', type: 'date', description: 'When the learner was registered with the centre' },
	{ name: 'dob', label: 'Date of Birth', wire: 'DOB', type: 'date', personal: true },
	{ name: 'startOn', label: 'Start Date', wire: 'StartOn', type: 'date', description: 'When the episode starts' },
	{ name: 'plannedEndDate', label: 'Planned End Date', wire: 'PlannedEndDate', type: 'date', description: 'When the episode is planned to end' },
	{ name: 'l12', label: 'L12 Ethnicity', wire: 'L12', type: 'string', description: 'ILR code', personal: true },
	{ name: 'l13', label: 'L13 Sex', wire: 'L13', type: 'string', description: 'ILR code', personal: true },
	{ name: 'l14', label: 'L14 Learning Difficulty or Health', wire: 'L14', type: 'string', description: 'ILR code: 1 yes, 2 no, 9 not provided', personal: true },
	{ name: 'l15', label: 'L15 Disability', wire: 'L15', type: 'string', description: 'ILR code', personal: true },
	{ name: 'l16', label: 'L16 Learning Difficulty', wire: 'L16', type: 'string', description: 'ILR code', personal: true },
	{ name: 'primaryLlddCode', label: 'Primary LLDD Code', wire: 'PrimaryLLDDCode', type: 'string', description: 'ILR code of the main learning difficulty, disability or health problem', personal: true },
	{ name: 'secondaryLlddCodes', label: 'Secondary LLDD Codes', wire: 'SecondaryLLDDCodes', type: 'list', description: 'Several codes with commas between them', personal: true },
	{ name: 'learningDifficultyAndDisabilityId', label: 'Learning Difficulty and Disability ID', wire: 'LearningDifficultyAndDisabilityID', type: 'number', description: "OneFile's own number for the difficulty or disability", personal: true },
	{ name: 'supportFunding', label: 'Support Funding', wire: 'SupportFunding', type: 'boolean', description: 'Whether the learner has support funding' },
	{ name: 'learnerStatusId', label: 'Learner Status', wire: 'LearnerStatusID', type: 'number', optionsFrom: 'getLearnerStatuses', description: "One of the centre's own learner statuses" },
];

export const NAME_FIELDS: EditorField[] = [
	{ name: 'firstName', label: 'First Name', wire: 'FirstName', type: 'string', description: 'Given names' },
	{ name: 'lastName', label: 'Last Name', wire: 'LastName', type: 'string', description: 'Family name' },
	{ name: 'email', label: 'Email', wire: 'Email', type: 'string', placeholder: 'name@email.com' },
];

/** Keys of a request that are not shown again in the output, because they are personal. */
export const PERSONAL_KEYS = new Set(USER_FIELDS.filter(({ personal }) => personal).map(({ wire }) => wire));

/** What a simplified user shows: who they are and where they stand, and nothing that is sensitive. */
export const SIMPLE_USER = [
	'ID', 'Username', 'FirstName', 'LastName', 'Email', 'MISID', 'ULN', 'Role', 'OrganisationID', 'ClassroomID', 'PlacementID',
	'DefaultAssessorID', 'DefaultEmployerID', 'LearnerStatusID', 'EpisodeName', 'StartOn', 'PlannedEndDate', 'Progress', 'LastModified',
];
