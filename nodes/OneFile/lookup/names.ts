import type { IDataObject } from 'n8n-workflow';

/** For comparing what people type: white space, case and the two kinds of apostrophe do not count; accents do. */
export function sameText(one: unknown, other: unknown): boolean {
	return plain(one) === plain(other);
}

function plain(text: unknown): string {
	return String(text ?? '').normalize('NFC').replace(/[‘’`]/g, "'").replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-GB');
}

/**
 * How a text is tried in a search, which OneFile may take to the letter: with accents as one character, and, where a word
 * processor has made curly apostrophes, with straight ones too.
 */
export function spellings(text: string): string[] {
	const written = text.normalize('NFC').replace(/\s+/g, ' ').trim();
	return [...new Set([written, written.replace(/[‘’`]/g, "'")])];
}

export function fullName(person: IDataObject): string {
	return `${String(person.FirstName ?? '')} ${String(person.LastName ?? '')}`.trim();
}

/**
 * The ways in which a full name may fall into first and last name: "Mary Ann Lee" is Mary + Ann Lee or Mary Ann + Lee;
 * "Lee, Mary Ann" says it itself.
 */
export function nameParts(name: string): Array<{ FirstName: string; LastName: string }> {
	const text = name.replace(/\s+/g, ' ').trim();
	const comma = text.indexOf(',');
	if (comma > 0) return [{ FirstName: text.slice(comma + 1).trim(), LastName: text.slice(0, comma).trim() }];
	const words = text.split(' ');
	return words.slice(1).map((_, at) => ({
		FirstName: words.slice(0, at + 1).join(' '),
		LastName: words.slice(at + 1).join(' '),
	}));
}
