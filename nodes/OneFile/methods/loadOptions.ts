import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { KINDS } from '../lookup/kinds';
import { OneFileError } from '../transport/errors';
import { search } from '../transport/paging';
import { recordId, valueIn } from '../transport/shapes';
import { wholeList } from '../transport/wholeList';
import { answerEditor, current } from './editor';

/** Menus that the centre's own lists fill. What status numbers mean differs from centre to centre (onefile-api 8.13). */
export const loadOptions = {
	async getLearnerStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await statuses(this, 'LearnerStatuses', 'list the learner statuses');
	},

	async getLearningAimStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await statuses(this, 'LearningAimStatuses', 'list the learning aim statuses');
	},

	/** The units of the chosen standard. */
	async getUnits(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await answerEditor(this, async (client, lookup) => {
			const standard = current(this, 'standard');
			if (!standard) throw new OneFileError("Choose 'Standard' first", { description: 'Its units are listed here then.' });
			const organisationId = await lookup.organisationId(current(this, 'organisation'));
			const StandardID = await lookup.idOf(standard, KINDS.standard, 'Standard', { organisationId });
			const units = await search(client, KINDS.unit.path, { OrganisationID: organisationId, StandardID }, 'list the units');
			return units.map((unit) => ({ name: String(valueIn(unit, 'Title')), value: String(recordId(unit)) }));
		});
	},
};

async function statuses(node: ILoadOptionsFunctions, list: string, wanted: string): Promise<INodePropertyOptions[]> {
	return await answerEditor(node, async (client, lookup) => {
		const organisationId = await lookup.organisationId(current(node, 'organisation'));
		const entries = await wholeList(client, 'GET', `/Organisation/${organisationId}/${list}`, undefined, wanted);
		return entries.map(optionOf);
	});
}

/** The shape of these lists was never seen: without a name the id itself is shown. */
function optionOf(entry: IDataObject): INodePropertyOptions {
	const name = valueIn(entry, 'Name') ?? valueIn(entry, 'Title') ?? valueIn(entry, 'Description');
	const value = recordId(entry) ?? String(name ?? '');
	return { name: String(name ?? value), value };
}
