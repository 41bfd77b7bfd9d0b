'use strict';

const { SEED } = require('../../sandbox');
const { caller } = require('../sandbox/caller');

const { care } = SEED.organisations;
const inCare = ({ OrganisationID, Archived }) => OrganisationID === care.ID && !Archived;
const CARE_CLASSROOMS = SEED.classrooms.filter(inCare);
const CARE_PLACEMENT = SEED.placements.find(inCare);

/** Learners of the seed who belong to the organisation `care`. */
const careLearner = (number) => SEED.learners.firstId + SEED.learners.inBusiness + number;

let people = 0;

/** Somebody else uses OneFile: people are created, changed and archived by its own calls. */
async function office(sandbox) {
	const client = await caller(sandbox);
	const write = async (path, body) => {
		const { status, data } = await client.post(path, body);
		if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(data)}`);
		return data;
	};
	const made = async (fields) => {
		const { ID, id } = await write('/User', fields);
		return ID ?? id;
	};
	return {
		/** Gives the new learner's id. */
		async enrols(fields = {}) {
			const number = ++people;
			return await made({
				OrganisationID: care.ID,
				FirstName: 'Ana',
				LastName: `Newcomer${number}`,
				Email: `ana${number}@example.com`,
				Role: SEED.roles.learner,
				DefaultAssessorID: SEED.people.careAssessor.ID,
				ClassroomID: CARE_CLASSROOMS[0].ID,
				PlacementID: CARE_PLACEMENT.ID,
				...fields,
			});
		},
		hires: async (fields = {}) =>
			await made({
				OrganisationID: care.ID,
				FirstName: 'Ben',
				LastName: 'Hired',
				Email: 'ben@example.com',
				Role: SEED.roles.assessor,
				...fields,
			}),
		changes: async (id, fields = { Telephone: `0${++people}` }) => await write(`/User/${id}`, fields),
		archives: async (id) => await write(`/User/${id}/Archive`),
		unarchives: async (id) => await write(`/User/${id}/Unarchive`),
	};
}

const realNow = Date.now;
let ahead = 0;

/** Time goes by for OneFile and for n8n alike. */
function pass(sandbox, ms) {
	ahead += ms;
	Date.now = () => realNow() + ahead;
	sandbox.clock.advance(ms);
}
afterEach(() => {
	ahead = 0;
	Date.now = realNow;
});

/** Waits for something that another part of this process does. */
async function until(happened) {
	while (!happened()) await new Promise((resolve) => setImmediate(resolve));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ids = (people) => people.map(({ ID }) => ID);
const sorted = (numbers) => [...numbers].sort((one, other) => one - other);

module.exports = { office, pass, careLearner, care, CARE_CLASSROOMS, MINUTE, HOUR, ids, sorted, until };
