import type { IDataObject } from 'n8n-workflow';

import { OneFileError } from '../transport/errors';
import { DATE_FORMAT, toOneFileDate } from './dates';

/** What a resource locator holds: how something was chosen, and the value. Empty when nothing was chosen. */
export interface Pick {
	mode: string;
	value: string;
}

/** One of the optional fields of a record, and what it is called on the wire. */
export interface WireField {
	/** Internal name in the node. */
	name: string;
	/** As the editor shows it. */
	label: string;
	wire: string;
	/** `date` is sent as a moment in UTC, `day` as YYYY-MM-DD, `list` as the parts between commas. */
	type: 'string' | 'date' | 'day' | 'boolean' | 'number' | 'decimal' | 'list';
	/** Personal: its value is never put into an error. */
	personal?: boolean;
}

/**
 * Reads the values of one row and collects everything that is wrong with them, so that all of it is said at once and before
 * any call is made.
 */
export class Form {
	private readonly missing = new Set<string>();
	private readonly wrong: string[] = [];

	constructor(private readonly read: (name: string) => unknown) {}

	/** A text without the white space around it; empty when there is none. */
	text(name: string): string {
		const value = this.read(name);
		return value === undefined || value === null ? '' : String(value).trim();
	}

	required(name: string, displayName: string): string {
		const text = this.text(name);
		if (!text) this.missing.add(displayName);
		return text;
	}

	flag(name: string): boolean {
		return this.read(name) === true;
	}

	number(name: string): number {
		return Number(this.read(name));
	}

	/** How something was chosen in a locator; undefined when it was left empty. */
	pick(name: string): Pick | undefined {
		return pickOf(this.read(name));
	}

	requiredPick(name: string, displayName: string): Pick {
		const pick = this.pick(name);
		if (!pick) this.missing.add(displayName);
		return pick ?? { mode: 'id', value: '' };
	}

	/** Says that a value is missing which only some versions or roles need. */
	lacks(displayName: string): void {
		this.missing.add(displayName);
	}

	refuse(sentence: string): void {
		this.wrong.push(sentence);
	}

	/** The date of a field in OneFile's format; undefined (and noted) when it is not one. */
	date(value: unknown, displayName: string, personal = false): string | undefined {
		const text = value instanceof Date ? value.toISOString() : String(value ?? '').trim();
		if (!text) return undefined;
		const date = toOneFileDate(text);
		if (date === undefined) this.wrong.push(`'${displayName}' ${personal ? '' : `is '${text}', which `}has to be written as ${DATE_FORMAT}`);
		return date;
	}

	/** The fields of a collection that the user set, under their wire names. Fields left alone are not sent (onefile-api 8.15). */
	collection(name: string, fields: WireField[]): IDataObject {
		const values = (this.read(name) ?? {}) as IDataObject;
		const body: IDataObject = {};
		for (const field of fields) {
			const value = this.fieldValue(field, values[field.name]);
			if (value !== undefined) body[field.wire] = value;
		}
		return body;
	}

	/** @throws OneFileError that names everything missing or wrong in the row */
	check(): void {
		const missing = [...this.missing];
		if (missing.length === 0 && this.wrong.length === 0) return;
		const parts = missing.length > 0 ? [`${quoted(missing)} ${missing.length > 1 ? 'are' : 'is'} missing`] : [];
		parts.push(...this.wrong);
		throw new OneFileError(parts.join('; '), {
			description: 'Nothing was sent to OneFile for this row. Fill in or correct the fields and run the row again.',
			field: missing[0],
		});
	}

	private fieldValue(field: WireField, value: unknown): IDataObject[string] | undefined {
		if (value === undefined || value === null || String(value).trim() === '') return undefined;
		switch (field.type) {
			case 'date':
				return this.date(value, field.label, field.personal);
			case 'day':
				return this.date(value, field.label, field.personal)?.slice(0, 10);
			case 'boolean':
				return this.truth(value, field.label);
			case 'number':
				return this.numeric(value, field.label, /^-?\d+$/, 'a whole number');
			case 'decimal':
				return this.numeric(value, field.label, /^-?\d+(\.\d+)?$/, 'a number, with a point before its decimals');
			case 'list':
				return String(value).split(',').map((part) => part.trim()).filter((part) => part !== '');
			default:
				return String(value).trim();
		}
	}

	private truth(value: unknown, displayName: string): boolean | undefined {
		if (typeof value === 'boolean') return value;
		if (/^(true|false)$/i.test(String(value))) return String(value).toLowerCase() === 'true';
		this.wrong.push(`'${displayName}' has to be true or false`);
		return undefined;
	}

	private numeric(value: unknown, displayName: string, form: RegExp, words: string): number | undefined {
		if (form.test(String(value).trim())) return Number(value);
		this.wrong.push(`'${displayName}' has to be ${words}`);
		return undefined;
	}
}

/** Reads a resource locator. A plain text or number (an expression in an old workflow) counts as an id. */
export function pickOf(value: unknown): Pick | undefined {
	const { mode, value: chosen } = isLocator(value) ? value : { mode: 'id', value };
	const text = chosen === undefined || chosen === null ? '' : String(chosen).trim();
	return text ? { mode, value: text } : undefined;
}

function isLocator(value: unknown): value is { mode: string; value: unknown } {
	return typeof value === 'object' && value !== null && 'mode' in value;
}

function quoted(names: string[]): string {
	const last = names[names.length - 1];
	return names.length > 1 ? `'${names.slice(0, -1).join("', '")}' and '${last}'` : `'${last}'`;
}
