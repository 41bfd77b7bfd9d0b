import type { IDataObject } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { fullName } from '../../lookup/names';
import { OneFileError } from '../../transport/errors';
import { search } from '../../transport/paging';
import { idIn, recordId } from '../../transport/shapes';
import { LEVELS, assignUser } from '../assignment/levels';
import type { Row } from '../row';
import { assignStandard } from '../standard/assign.operation';
import { assignUnit } from '../unit/assign.operation';
import { unitSummariesOf } from '../unitSummary/getAll.operation';

/** What a learner is to have beside the account. */
export interface Wanted {
	standardId: number;
	unitIds: string[];
	assigneeId?: number;
}

/** What a learner has already. */
interface Present {
	/** The learning aim of the standard; null when OneFile does not say its id. */
	aimId?: string | number | null;
	unitIds: Set<string>;
}

/** Something that could not be done, and why. */
interface Missing {
	what: string;
	why?: OneFileError;
}

/**
 * Gives a learner what they lack of a standard, its units and an additional assignee. OneFile refuses to assign a unit twice
 * (source: working clients), so it is asked first what an older learner has.
 *
 * OneFile does not tell who is assigned to a learner. That is why the assignee comes before the standard: whoever has the
 * standard has been through that step. Where the standard was then refused, the next run names the assignee once more,
 * because nobody assigned would be worse.
 *
 * @param account as it was created or updated
 * @returns what was done, for the output
 * @throws OneFileError that says exactly what the learner still lacks
 */
export async function equip(row: Row, account: IDataObject, learnerId: number, wanted: Wanted): Promise<IDataObject> {
	const { standardId, unitIds, assigneeId } = wanted;
	const present = account.created ? { unitIds: new Set<string>() } : await presentOf(row, learnerId, standardId);
	const newUnits = unitIds.filter((id) => !present.unitIds.has(id));
	const hasStandard = present.aimId !== undefined;
	const newAssignee = hasStandard ? undefined : assigneeId;
	const units = newUnits.map((id) => ({ what: `unit ${id}` }));

	if (newAssignee !== undefined) {
		const why = await refusalOf(
			assignUser(row, { userId: newAssignee, learnerId, level: LEVELS.additional }, 'assign the additional assignee to the learner'),
		);
		if (why) throw unfinished(account, [{ what: `assignee ${newAssignee}`, why }, { what: `standard ${standardId}` }, ...units]);
	}

	let aimId = present.aimId ?? null;
	if (!hasStandard) {
		const why = await refusalOf(
			assignStandard(row, standardId, learnerId).then((made) => {
				aimId = made.LearningAimID as number | null;
			}),
		);
		if (why) throw unfinished(account, [{ what: `standard ${standardId}`, why }, ...units]);
	}

	const missing: Missing[] = [];
	for (const id of newUnits) {
		const why = await refusalOf(assignUnit(row, id, learnerId, standardId));
		if (why) missing.push({ what: `unit ${id}`, why });
	}
	if (missing.length > 0) throw unfinished(account, missing);

	return {
		StandardID: standardId,
		LearningAimID: aimId,
		standardAssigned: !hasStandard,
		unitsAssigned: newUnits,
		unitsThereBefore: unitIds.filter((id) => present.unitIds.has(id)),
		additionalAssigneeAssigned: newAssignee !== undefined,
	};
}

async function presentOf(row: Row, learnerId: number, standardId: number): Promise<Present> {
	const { path, learnerKey } = KINDS.learningAim;
	const [aims, summaries] = await Promise.all([
		search(row.client, path, { [learnerKey]: learnerId }, 'list the learning aims'),
		unitSummariesOf(row, learnerId),
	]);
	const aim = aims.find((each) => String(idIn(each, 'StandardID')) === String(standardId));
	return { aimId: aim && (recordId(aim) ?? null), unitIds: new Set(summaries.map((each) => String(idIn(each, 'UnitID')))) };
}

async function refusalOf(step: Promise<unknown>): Promise<OneFileError | undefined> {
	return await step.then(
		() => undefined,
		(error: OneFileError) => error,
	);
}

/** The learner exists but is not ready: says what is missing, and why where that is known. */
function unfinished(account: IDataObject, missing: Missing[]): OneFileError {
	const first = missing.find(({ why }) => why)?.why;
	const list = missing.map(({ what }) => what).join(', ');
	const who = `${fullName(account)} (ID ${String(recordId(account))})`;
	const reasons = [...new Set(missing.flatMap(({ why }) => (why ? [why.message] : [])))].join('; ');
	return new OneFileError(`${who} was ${account.created ? 'created' : 'updated'}, but is not ready. Missing: ${list}. ${reasons}`, {
		...first?.facts,
		// Running the row again is safe: it asks first what the learner has.
		ambiguous: false,
		description: `${first?.facts.description ?? ''} When the row is run again, the learner is found and gets only what is missing.`.trim(),
	});
}
