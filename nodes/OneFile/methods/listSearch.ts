import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { pickOf, type Pick } from '../actions/form';
import { toNodeError } from '../actions/nodeError';
import { KINDS, type Kind } from '../lookup/kinds';
import { Lookup } from '../lookup/lookup';
import { fullName, nameParts } from '../lookup/names';
import { OneFileClient } from '../transport/client';
import { OneFileError } from '../transport/errors';
import { search, searchPage } from '../transport/paging';
import { recordId } from '../transport/shapes';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** The searchable lists behind From List: one for each kind, a page at a time, ahead of lists that are being worked. */
export const listSearch: Record<string, ListSearch> = Object.fromEntries(
	Object.values(KINDS).map((kind: Kind) => [
		kind.listMethod,
		async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
			return await listOf(this, kind, filter?.trim() ?? '', Number(paginationToken ?? 1));
		},
	]),
);

async function listOf(node: ILoadOptionsFunctions, kind: Kind, filter: string, page: number): Promise<INodeListSearchResult> {
	try {
		const client = await OneFileClient.open(node, 'editor');
		const lookup = new Lookup(client);
		if (kind === KINDS.organisation) return listed(kind, await lookup.organisations(), filter);
		const filters = await filtersOf(node, kind, lookup);
		if (kind.title && filter) filters[kind.title] = filter;
		if (!kind.title && filter) return listed(kind, await peopleLike(client, kind, filters, filter));
		const { records, next } = await searchPage(client, kind.path, filters, page, `list the ${kind.plural}`);
		return { ...listed(kind, records, kind.title ? filter : ''), paginationToken: next === undefined ? undefined : String(next) };
	} catch (error) {
		if (error instanceof OneFileError) throw toNodeError(node.getNode(), error);
		throw new NodeOperationError(node.getNode(), error as Error);
	}
}

/** What the other fields of the node narrow a list to: its organisation, and for units the standard. */
async function filtersOf(node: ILoadOptionsFunctions, kind: Kind, lookup: Lookup): Promise<IDataObject> {
	const filters: IDataObject = { ...kind.filters };
	const chosen = current(node, 'organisation');
	const organisationId =
		kind.scope === 'organisation' ? await lookup.organisationId(chosen) : await lookup.organisationIdIfChosen(chosen);
	if (organisationId !== undefined) filters.OrganisationID = organisationId;
	const standard = kind === KINDS.unit ? current(node, 'standard') : undefined;
	if (standard) filters.StandardID = await lookup.idOf(standard, KINDS.standard, 'Standard', { organisationId });
	return filters;
}

/** A locator of the node as it stands in the editor; undefined when it is empty or an expression, which has no value yet. */
function current(node: ILoadOptionsFunctions, name: string): Pick | undefined {
	const pick = pickOf(node.getCurrentNodeParameter(name));
	return pick?.value.startsWith('=') ? undefined : pick;
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
	const name = kind.title ? String(entry[kind.title] ?? '') : fullName(entry);
	const misId = entry.MISID ? ` (${String(entry.MISID)})` : '';
	const unitId = kind.textId ? ` (${String(recordId(entry))})` : '';
	return `${name}${misId}${unitId}`;
}
