import type { IDataObject } from 'n8n-workflow';

import type { Pick } from '../actions/form';
import type { OneFileClient } from '../transport/client';
import { OneFileError } from '../transport/errors';
import { search } from '../transport/paging';
import { idIn, record, recordId, valueIn } from '../transport/shapes';
import { wholeList } from '../transport/wholeList';
import { customerIdOf } from './customer';
import { KINDS, type Kind } from './kinds';
import { fullName, nameParts, sameText, spellings } from './names';

/** What a value is looked up in. */
export interface Scope {
	organisationId?: number;
	standardId?: number;
	learnerId?: number;
}

const MODE_WORDS: Record<string, string> = { misId: 'MIS ID', email: 'e-mail', name: 'name' };

/**
 * From what a spreadsheet holds (MIS id, e-mail, name) to OneFile's ids, for one execution: each distinct value is searched
 * once, however many rows have it. Two matches are never decided between.
 */
export class Lookup {
	private readonly found = new Map<string, Promise<unknown>>();

	constructor(private readonly client: OneFileClient) {}

	/**
	 * @param field as the editor shows it
	 * @throws OneFileError when the value is no id, or is found not at all or more than once
	 */
	async idOf(pick: Pick, kind: Kind, field: string, scope: Scope): Promise<string | number> {
		if (isId(pick)) return checkedId(pick.value, kind, field);
		if (pick.mode === 'name' && !kind.title && nameParts(pick.value).length === 0) {
			throw new OneFileError(`'${field}' has to be a first and a last name, and not '${pick.value}' alone`, {
				description: 'Write it as "Kate Anderson" or "Anderson, Kate".',
				field,
			});
		}
		const key = JSON.stringify([kind.listMethod, pick.mode, pick.value, scope]);
		const matches = await this.once(key, async () => await this.matches(pick, kind, scope));
		return onlyOne(matches, pick, kind, field, scope);
	}

	async organisationId(chosen: Pick | undefined): Promise<number> {
		const id = await this.organisationIdIfChosen(chosen);
		if (id !== undefined) return id;
		const all = await this.organisations();
		if (all.length === 1) return Number(recordId(all[0]));
		if (all.length === 0) {
			throw new OneFileError('This OneFile account has no organisation', {
				description: 'Ask OneFile support which organisations the API account may use.',
				field: 'Organisation',
			});
		}
		throw new OneFileError(`'Organisation' is needed: this account has ${all.length} of them`, {
			description: `Choose one in the node, or put its id into the credential as 'Default Organisation ID': ${listed(all, KINDS.organisation)}`,
			field: 'Organisation',
		});
	}

	/** The organisation of the node, else the credential's default, else none. */
	async organisationIdIfChosen(chosen: Pick | undefined): Promise<number | undefined> {
		if (!chosen) return this.client.account.organisationId;
		return Number(await this.idOf(chosen, KINDS.organisation, 'Organisation', {}));
	}

	/** The organisations of the customer, whose id the search needs (source: help centre 76000087773). */
	async organisations(): Promise<IDataObject[]> {
		return await this.once('organisations', async () => {
			const CustomerID = await customerIdOf(this.client);
			const filters = CustomerID === undefined ? {} : { CustomerID };
			return await search(this.client, KINDS.organisation.path, filters, 'list the organisations');
		});
	}

	/** The learning aims of a learner with the titles of their standards, which OneFile's search does not give. */
	async learningAims(learnerId: number): Promise<IDataObject[]> {
		const aims = await search(this.client, KINDS.learningAim.path, { [KINDS.learningAim.learnerKey]: learnerId }, 'list the learning aims');
		return await Promise.all(aims.map(async (aim) => ({ Title: await this.standardTitle(idIn(aim, 'StandardID')), ...aim })));
	}

	/** Empty when OneFile does not know the standard. */
	async standardTitle(standardId: string | number | undefined): Promise<string> {
		const standard = standardId === undefined ? undefined : await this.read(`/Standard/${standardId}`, 'get the standard');
		return String((standard && valueIn(standard, 'Title')) ?? '');
	}

	/** A record by its path, read once in an execution; undefined when there is none. */
	async read(path: string, wanted: string): Promise<IDataObject | undefined> {
		return await this.once(path, async () => {
			const answer = await this.client.read('GET', path, undefined, wanted);
			return answer.status === 404 ? undefined : record(answer.body);
		});
	}

	private async matches(pick: Pick, kind: Kind, scope: Scope): Promise<IDataObject[]> {
		for (const value of spellings(pick.value)) {
			const found = await this.spelt({ ...pick, value }, kind, scope);
			if (found.length > 0) return found;
		}
		return [];
	}

	private async spelt(pick: Pick, kind: Kind, scope: Scope): Promise<IDataObject[]> {
		if (kind === KINDS.organisation) {
			return (await this.organisations()).filter((entry) => sameText(entry.Name, pick.value));
		}
		if (kind === KINDS.learningAim) {
			return (await this.learningAims(scope.learnerId ?? 0)).filter((entry) => sameText(entry.Title, pick.value));
		}
		const filters: IDataObject = { ...kind.filters };
		if (scope.organisationId !== undefined) filters.OrganisationID = scope.organisationId;
		if (scope.standardId !== undefined) filters.StandardID = scope.standardId;
		const wanted = `look up the ${kind.what}`;
		if (kind.title) {
			const { title } = kind;
			const all = kind.unpaged
				? await wholeList(this.client, 'POST', kind.path, filters, wanted)
				: await search(this.client, kind.path, { ...filters, [title]: pick.value }, wanted);
			// Whether OneFile matches whole titles or parts is not documented: compare here.
			return all.filter((entry) => sameText(entry[title], pick.value));
		}
		if (pick.mode === 'misId') {
			const all = await search(this.client, kind.path, { ...filters, MISID: pick.value }, wanted);
			return all.filter((entry) => sameText(entry.MISID, pick.value));
		}
		if (pick.mode === 'email') return await search(this.client, kind.path, { ...filters, Email: pick.value }, wanted);
		return await this.called(pick.value, kind, filters, wanted);
	}

	/** One search for two words; a longer name is tried at each place where it may fall apart. */
	private async called(name: string, kind: Kind, filters: IDataObject, wanted: string): Promise<IDataObject[]> {
		const found = new Map<unknown, IDataObject>();
		for (const parts of nameParts(name)) {
			const people = await search(this.client, kind.path, { ...filters, ...parts }, wanted);
			for (const person of people) {
				if (sameText(fullName(person), `${parts.FirstName} ${parts.LastName}`)) found.set(recordId(person), person);
			}
		}
		return [...found.values()];
	}

	/** Asks once in an execution, however many rows want to know. */
	async once<T>(key: string, search: () => Promise<T>): Promise<T> {
		let result = this.found.get(key) as Promise<T> | undefined;
		if (!result) {
			result = search();
			this.found.set(key, result);
			// A search that failed says nothing about the value: the next row may try again.
			result.catch(() => this.found.delete(key));
		}
		return await result;
	}
}

/** Whether what was chosen is OneFile's own id already. */
export function isId(pick: Pick): boolean {
	return pick.mode === 'list' || pick.mode === 'id';
}

function checkedId(value: string, kind: Kind, field: string): string | number {
	if (kind.textId) return value;
	if (/^\d+$/.test(value)) return Number(value);
	throw new OneFileError(`'${field}' has to be the ${kind.what}'s id, a whole number, and not '${value}'`, {
		description: `To give ${kind.title ? 'a name' : 'a MIS ID, an e-mail or a name'} instead, change how '${field}' is chosen (From List, By ID, ...).`,
		field,
	});
}

function onlyOne(matches: IDataObject[], pick: Pick, kind: Kind, field: string, scope: Scope): string | number {
	const by = MODE_WORDS[pick.mode] ?? pick.mode;
	const where = placeOf(scope);
	const id = matches.length === 1 ? recordId(matches[0]) : undefined;
	if (id !== undefined) return kind.textId ? String(id) : id;
	if (matches.length === 0) {
		throw new OneFileError(`No ${kind.what} with the ${by} '${pick.value}'${where}`, {
			description: `'${field}' was searched for by ${by} among OneFile's ${kind.plural}. Check the spelling, or choose it From List.`,
			field,
		});
	}
	throw new OneFileError(`${matches.length} ${kind.plural} have the ${by} '${pick.value}'${where}`, {
		description: `Which one '${field}' means is not guessed. Give the id of the right one (By ID): ${listed(matches, kind)}`,
		field,
	});
}

/** ` in standard 301` */
function placeOf({ organisationId, standardId, learnerId }: Scope): string {
	if (learnerId !== undefined) return ` of learner ${learnerId}`;
	if (standardId !== undefined) return ` in standard ${standardId}`;
	return organisationId === undefined ? '' : ` in organisation ${organisationId}`;
}

function listed(entries: IDataObject[], kind: Kind): string {
	const shown = entries.slice(0, 10).map((entry) => {
		const name = kind.title ? String(entry[kind.title]) : fullName(entry);
		const misId = entry.MISID ? `, MIS ID ${String(entry.MISID)}` : '';
		return `${String(recordId(entry))} (${name}${misId})`;
	});
	return shown.join(', ') + (entries.length > shown.length ? `, and ${entries.length - shown.length} more` : '');
}
