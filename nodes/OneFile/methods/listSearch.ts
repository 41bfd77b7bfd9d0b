import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { KINDS, type Kind } from '../lookup/kinds';
import type { Lookup } from '../lookup/lookup';
import { fullName, nameParts } from '../lookup/names';
import type { OneFileClient } from '../transport/client';
import { OneFileError } from '../transport/errors';
import { search, searchPage } from '../transport/paging';
import { recordId, valueIn } from '../transport/shapes';
import { wholeList } from '../transport/wholeList';
import { answerEditor, current } from './editor';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** The searchable lists behind From List: one for each kind, a page at a time, ahead of lists that are being worked. */
export const listSearch: Record<string, ListSearch> = Object.fromEntries(
	Object.values(KINDS).map((kind: Kind) => [
		kind.listMethod,
		async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
			return await listOf(this, kind, filter?.trim() ?? '', paginationToken);
		},
	]),
);

async function listOf(node: ILoadOptionsFunctions, kind: Kind, filter: string, from?: string): Promise<INodeListSearchResult> {
	return await answerEditor(node, async (client, lookup) => {
		if (kind === KINDS.organisation) return listed(kind, await lookup.organisations(), filter);
		const wanted = `list the ${kind.plural}`;
		const filters = await filtersOf(node, kind, lookup);
		if (kind === KINDS.learningAim) return listed(kind, await lookup.learningAims(Number(filters.UserID)), filter);
		if (kind.unpaged) return listed(kind, await wholeList(client, 'POST', kind.path, filters, wanted), filter);
		if (kind.title && filter) filters[kind.title] = filter;
		if (kind.scope === 'people' && filter) return listed(kind, await peopleLike(client, kind, filters, filter));
		const { records, next } = await searchPage(client, kind.path, filters, from, wanted);
		return { ...listed(kind, records, kind.scope === 'people' ? '' : filter), paginationToken: next };
	});
}

/** What the other fields of the node narrow a list to: its organisation, a standard for units, a learner for what a learner has. */
async function filtersOf(node: ILoadOptionsFunctions, kind: Kind, lookup: Lookup): Promise<IDataObject> {
	const filters: IDataObject = { ...kind.filters };
	const chosen = current(node, 'organisation');
	if (kind.learnerKey) {
		const learner = current(node, 'learner');
		if (!learner) throw new OneFileError("Choose 'Learner' first", { description: `The learner's ${kind.plural} are listed here then.` });
		const organisationId = await lookup.organisationIdIfChosen(chosen);
		return { [kind.learnerKey]: await lookup.idOf(learner, KINDS.learner, 'Learner', { organisationId }) };
	}
	const organisationId =
		kind.scope === 'organisation' ? await lookup.organisationId(chosen) : await lookup.organisationIdIfChosen(chosen);
	if (organisationId !== undefined) filters.OrganisationID = organisationId;
	const standard = kind === KINDS.unit ? current(node, 'standard') : undefined;
	if (standard) filters.StandardID = await lookup.idOf(standard, KINDS.standard, 'Standard', { organisationId });
	return filters;
}

/** OneFile cannot search all name fields at once: first name, last name and MIS ID are each asked for. */
async function peopleLike(client: OneFileClient, kind: Kind, filters: IDataObject, text: string): Promise<IDataObject[]> {
	const parts: IDataObject[] = text.includes(' ') || text.includes(',') ? nameParts(text) : [{ FirstName: text }, { LastName: text }];
	const searches = [...parts, { MISID: text }].map(async (part) =>
		await search(client, kind.path, { ...filters, ...part }, `list the ${kind.plural}`, 100),
	);
	const people = (await Promise.all(searches)).flat();
	return [...new Map(people.map((person) => [recordId(person), person])).values()];
}

function listed(kind: Kind, entries: IDataObject[], filter = ''): INodeListSearchResult {
	const results = entries.map((entry) => ({ name: labelOf(kind, entry), value: recordId(entry) ?? '' }));
	const wanted = filter.toLowerCase();
	return { results: results.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}

function labelOf(kind: Kind, entry: IDataObject): string {
	const id = String(recordId(entry));
	if (kind.date) return `${String(valueIn(entry, kind.date) ?? '').slice(0, 10) || 'Without a date'} (${id})`;
	const name = kind.title ? String(valueIn(entry, kind.title) ?? '') : fullName(entry);
	const misId = entry.MISID ? ` (${String(entry.MISID)})` : '';
	return `${name || id}${misId}${kind.textId ? ` (${id})` : ''}`;
}
