import type { IExecuteFunctions } from 'n8n-workflow';

import type { Kind } from '../lookup/kinds';
import { isId, type Lookup, type Scope } from '../lookup/lookup';
import type { OneFileClient } from '../transport/client';
import { OneFileError } from '../transport/errors';
import { Form, pickOf, type Pick } from './form';

/** One input item on its way through an operation: its values, and what they mean at OneFile. */
export class Row {
	readonly form: Form;

	constructor(
		private readonly node: IExecuteFunctions,
		readonly index: number,
		readonly client: OneFileClient,
		readonly lookup: Lookup,
		private readonly claims: Map<string, number>,
	) {
		this.form = new Form((name) => node.getNodeParameter(name, index, null));
	}

	/** A value of the row that is not checked, such as a choice from a menu. */
	value<T>(name: string, fallback: T): T {
		return this.node.getNodeParameter(name, this.index, fallback) as T;
	}

	/**
	 * The id of a person or thing that was chosen. One search at most for each distinct value in an execution.
	 *
	 * @param field as the editor shows it
	 * @throws OneFileError when there is none or more than one
	 */
	async idOf(pick: Pick, kind: Kind, field: string, within: Scope = {}): Promise<number> {
		return Number(await this.lookup.idOf(pick, kind, field, await this.scope(pick, kind, within)));
	}

	/** As `idOf`; units alone have ids that are texts. */
	async unitIdOf(pick: Pick, kind: Kind, field: string, within: Scope = {}): Promise<string> {
		return String(await this.lookup.idOf(pick, kind, field, await this.scope(pick, kind, within)));
	}

	/** The organisation that was chosen: in the node, as the credential's default, or because there is only one. */
	async organisationId(): Promise<number> {
		return await this.lookup.organisationId(this.chosenOrganisation());
	}

	/** The chosen organisation, if one was chosen at all. */
	async organisationIdIfChosen(): Promise<number | undefined> {
		return await this.lookup.organisationIdIfChosen(this.chosenOrganisation());
	}

	/**
	 * Takes a value that only one row of the list may have.
	 *
	 * @throws OneFileError when another row has it
	 */
	claim(what: string, value: unknown, field: string): void {
		if (value === undefined || value === '') return;
		const key = `${what} ${String(value).toLowerCase()}`;
		const other = this.claims.get(key);
		if (other !== undefined && other !== this.index) {
			throw new OneFileError(`Row ${other + 1} has the same ${field} '${String(value)}'`, {
				description: 'A list must not make somebody twice, so this row was left out. Give it its own value or remove it.',
				field,
			});
		}
		this.claims.set(key, this.index);
	}

	private chosenOrganisation(): Pick | undefined {
		return pickOf(this.node.getNodeParameter('organisation', this.index, null));
	}

	/** An id needs no search; people are searched in the chosen organisation or in all; things with a title belong to one. */
	private async scope(pick: Pick, kind: Kind, within: Scope): Promise<Scope> {
		if (isId(pick) || kind.scope === 'none' || kind.scope === 'learner') return within;
		const organisationId = kind.scope === 'people' ? await this.organisationIdIfChosen() : await this.organisationId();
		return { ...within, organisationId };
	}
}
