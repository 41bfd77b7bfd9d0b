import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { KINDS } from '../../lookup/kinds';
import { fullName } from '../../lookup/names';
import { OneFileError } from '../../transport/errors';
import { recordId } from '../../transport/shapes';
import { locator } from '../locators';
import type { Operation } from '../operation';
import { together } from '../together';
import { createOrUpdate, matchBy, readMatch } from '../user/matching';
import { learnerFields, readPerson } from '../user/person';
import { equip, type Wanted } from './equipment';
import { readUnits, unitFields, wantedUnits } from './units';

const standard: INodeProperties = locator('standard', 'Standard', KINDS.standard, 'The standard that the learner gets', { dependsOn: ['organisation'] });

const additionalAssignee: INodeProperties = locator(
	'additionalAssignee',
	'Additional Assignee',
	KINDS.user,
	'An IQA, employer, observer or second assessor who looks after the learner too. They are assigned before the standard, and not again to a learner who has it: OneFile does not say who is assigned.',
	{ required: false, dependsOn: ['organisation'] },
);

/** A learner with everything that they need. The same list can be run twice: what is there already is not done again. */
export const onboard: Operation = {
	value: 'onboard',
	name: 'Onboard',
	action: 'Onboard a learner',
	description: 'Create a learner, or update who is there already, and give them their standard, its units and the people who look after them',
	fields: [matchBy, ...learnerFields, standard, ...unitFields, additionalAssignee],
	calls: [
		{ call: 'POST /User/Search/{page}/{size}', source: 'help centre 76000087773' },
		{ call: 'POST /User', source: '"Using the OneFile API"; help centre 76000037051' },
		{ call: 'POST /User/{id}', source: 'help centre 76000037054; working clients' },
		{ call: 'POST /LearningAim/Search/{page}/{size}', source: 'help centre 76000037063; working clients (for a learner who was there already)' },
		{ call: 'POST /UnitSummary/Search/{page}/{size}', source: 'help centre 76000037063 (for a learner who was there already)' },
		{ call: 'POST /Unit/Search/{page}/{size}', source: '"Using the OneFile API"; help centre 76000037063 (once for each standard)' },
		{ call: 'POST /User/{assignee}/Assign', source: '"Using the OneFile API"; help centre 76000037054; working clients' },
		{ call: 'POST /Standard/{id}/Assign/{learner}', source: '"Using the OneFile API"; help centre 76000037063' },
		{ call: 'POST /Unit/{id}/Assign/{learner}/{standard}', source: '"Using the OneFile API"; working clients' },
	],
	writes: true,
	run(row) {
		const wire = readMatch(row);
		const standardPick = row.form.requiredPick('standard', 'Standard');
		const assigneePick = row.form.pick('additionalAssignee');
		const chosenUnits = readUnits(row);
		const person = readPerson(row, wire);
		return async () => {
			// All names are looked up before anything is written.
			const [body, standardId, assigneeId] = await together([
				person(),
				row.idOf(standardPick, KINDS.standard, 'Standard'),
				assigneePick && row.idOf(assigneePick, KINDS.user, 'Additional Assignee'),
			]);
			const unitIds = await wantedUnits(row, chosenUnits, standardId, Number(body.OrganisationID));
			const wanted: Wanted = { standardId, unitIds, assigneeId };
			const account: IDataObject = await createOrUpdate(row, body, wire);
			const ID = Number(recordId(account));
			if (!ID) throw idUnknown(body);
			return { ID, ...account, ...(await equip(row, account, ID, wanted)) };
		};
	},
};

function idUnknown(body: IDataObject): OneFileError {
	return new OneFileError(`${fullName(body)} was created, but OneFile did not say under which ID: standard and units are missing`, {
		description: 'Run the row again: the learner is found then and gets what is missing.',
	});
}
