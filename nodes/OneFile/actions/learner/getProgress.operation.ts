import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { search } from '../../transport/paging';
import { idIn } from '../../transport/shapes';
import { learner, organisation } from '../locators';
import { SIMPLE_AIM } from '../learningAim/fields';
import type { Operation } from '../operation';
import { getOne, inFull } from '../reading';
import type { Row } from '../row';
import { shapeFields, shapeOf, type Shape } from '../simplify';
import { offTheJobPath } from '../timesheet/getOffTheJob.operation';
import { unitSummariesOf } from '../unitSummary/getAll.operation';

const include: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	default: ['learningAims', 'unitSummaries', 'offTheJob'],
	options: [
		{ name: 'Learning Aims', value: 'learningAims', description: 'Progress in each standard: one call, and one more for each learning aim' },
		{ name: 'Off-the-Job Hours', value: 'offTheJob', description: 'Planned and done: one call' },
		{ name: 'Unit Summaries', value: 'unitSummaries', description: 'Progress in each unit: one call' },
	],
	description: 'What is fetched beside the overall progress, which costs one call',
};

/** What of the learner themselves is shown when simplified. */
const SIMPLE_LEARNER = ['ID', 'FirstName', 'LastName', 'MISID', 'Progress', 'StartOn', 'PlannedEndDate', 'LastModified'];

/** One item for a learner: how far they are, in all and in each part. */
export const getProgress: Operation = {
	value: 'getProgress',
	name: 'Get Progress',
	action: 'Get the progress of a learner',
	description: 'Get how far a learner is: overall, in each learning aim and unit, and their off-the-job hours',
	fields: [{ ...learner, description: 'The learner whose progress it is' }, include, organisation, ...shapeFields],
	calls: [
		{ call: 'GET /User/{id}', source: 'working clients' },
		{ call: 'POST /LearningAim/Search/{page}/{size}', source: 'help centre 76000037063; working clients' },
		{ call: 'GET /LearningAim/{id}', source: 'working clients' },
		{ call: 'GET /Standard/{id}', source: 'working clients (for the titles, each once in a run)' },
		{ call: 'POST /UnitSummary/Search/{page}/{size}', source: 'help centre 76000037063' },
		{ call: 'GET /User/{learner}/offthejob', source: 'working clients' },
	],
	writes: false,
	run(row) {
		const pick = row.form.requiredPick('learner', 'Learner');
		row.form.check();
		const included = row.value<string[]>('include', []);
		const shape = shapeOf(row, SIMPLE_LEARNER);
		const aimShape = shapeOf(row, [...SIMPLE_AIM, 'StandardTitle']);
		return async () => {
			const id = await row.idOf(pick, KINDS.learner, 'Learner');
			const person = await getOne(row, `/User/${id}`, `learner with the id ${id}`, 'Learner');
			const [LearningAims, UnitSummaries, OffTheJob] = await Promise.all([
				included.includes('learningAims') ? aimsOf(row, id, aimShape) : undefined,
				included.includes('unitSummaries') ? unitSummariesOf(row, id) : undefined,
				included.includes('offTheJob') ? hoursOf(row, id) : undefined,
			]);
			return {
				...shape(person),
				...(LearningAims && { LearningAims }),
				...(UnitSummaries && { UnitSummaries }),
				...(OffTheJob !== undefined && { OffTheJob }),
			};
		};
	},
};

async function aimsOf(row: Row, learnerId: number, shape: Shape): Promise<IDataObject[]> {
	const { path, learnerKey } = KINDS.learningAim;
	const stubs = await search(row.client, path, { [learnerKey]: learnerId }, 'list the learning aims');
	const aims = await inFull(row, stubs, '/LearningAim', 'learning aim');
	return await Promise.all(aims.map(async (aim) => shape({ ...aim, StandardTitle: await row.lookup.standardTitle(idIn(aim, 'StandardID')) })));
}

/** null for a learner without hours. */
async function hoursOf(row: Row, learnerId: number): Promise<IDataObject | null> {
	return (await row.lookup.read(offTheJobPath(learnerId), 'get the off-the-job hours')) ?? null;
}
