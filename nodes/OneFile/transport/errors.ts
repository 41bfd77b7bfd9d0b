import type { IDataObject } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

/** What is known beside the sentence that says what happened. */
export interface ErrorFacts {
	/** What to do about it. */
	description?: string;
	/** HTTP status of OneFile's answer. */
	status?: number;
	/** OneFile's own code, a negative number (onefile-api: -11 organisation, -57 placement, -58 classroom, ...). */
	code?: number;
	/** The field of the node or credential that it is about, as the editor shows it. */
	field?: string;
	/** OneFile may or may not have carried the call out: it must not be repeated blindly. */
	ambiguous?: boolean;
	/** OneFile itself refused the log-in: asking again changes nothing. */
	refused?: boolean;
	/** Nothing went wrong: the execution was stopped. */
	cancelled?: boolean;
}

/** Everything that this package refuses or reports. The router turns it into n8n's own error with the row. */
export class OneFileError extends Error {
	constructor(
		message: string,
		readonly facts: ErrorFacts = {},
	) {
		super(message);
		this.name = 'OneFileError';
	}
}

/** What OneFile's numbered refusals are about (source: working clients; -1 to -10 from the older catalogue). */
const MEANINGS: Record<number, { what: string; field?: string; todo: string }> = {
	[-3]: { what: 'calls from this address are not allowed', todo: 'Ask OneFile support to allow the address of your n8n.' },
	[-8]: { what: 'the API is not switched on for this centre', todo: 'Ask OneFile support to switch the API on for the centre.' },
	[-9]: {
		what: 'a learner with this MIS ID exists already',
		field: 'MIS ID',
		todo: "Use 'Create or Update' to change the learner that exists.",
	},
	[-11]: { what: 'organisation not found', field: 'Organisation', todo: 'Pick the organisation from the list.' },
	[-57]: { what: 'placement not found', field: 'Placement', todo: 'Pick the placement from the list, in the same organisation.' },
	[-58]: { what: 'classroom not found', field: 'Classroom', todo: 'Pick the classroom from the list, in the same organisation.' },
};

/** Codes by which OneFile says that a session is no longer good (older catalogue: -1, -2, -4). */
const SESSION_CODES = new Set([-1, -2, -4]);

export interface Answer {
	status: number;
	body: unknown;
	headers: IDataObject;
}

/** OneFile's own words in an error body: `{ code, message }` on a 400, otherwise short plain text; never a web page. */
export function ownWords(body: unknown): { code?: number; message?: string } {
	if (typeof body === 'string') {
		const text = body.trim();
		if (/^\{[\s\S]*\}$/.test(text)) return ownWords(jsonParse(text, { fallbackValue: undefined }));
		return text && text.length <= 300 && !text.includes('<') ? { message: text } : {};
	}
	if (typeof body !== 'object' || body === null) return {};
	const found: { code?: number; message?: string } = {};
	for (const [key, value] of Object.entries(body)) {
		// Error bodies have lower-case keys (onefile-api 5), but key case is not to be relied on (8.12).
		if (/^code$/i.test(key) && Number.isFinite(Number(value))) found.code = Number(value);
		if (/^(message|error|error_description)$/i.test(key) && typeof value === 'string') found.message = value;
	}
	return found;
}

/** Whether the answer may mean that the session is not good any more (401, 403, or 400 with a session code). */
export function doubtsSession(answer: Answer): boolean {
	if (answer.status === 401 || answer.status === 403) return true;
	if (answer.status !== 400) return false;
	const { code } = ownWords(answer.body);
	return code !== undefined && SESSION_CODES.has(code);
}

/**
 * The refusal as a sentence.
 *
 * @param wanted what was asked of OneFile, to follow "OneFile did not": "create the learner"
 */
export function refusal(answer: Answer, wanted: string): OneFileError {
	const { code, message } = ownWords(answer.body);
	const meaning = code === undefined ? undefined : MEANINGS[code];
	const words = message ?? meaning?.what;
	const said = words ? `: ${words}` : '';
	const facts: ErrorFacts = { status: answer.status, code, field: meaning?.field };
	const numbered = code === undefined ? `HTTP ${answer.status}` : `HTTP ${answer.status}, code ${code}`;
	if (answer.status === 401 || answer.status === 403) {
		return new OneFileError(`OneFile did not allow this account to ${wanted}${said}`, {
			...facts,
			description: `${meaning?.todo ?? 'Ask OneFile support whether the API account may do this in this centre.'} (${numbered})`,
		});
	}
	if (answer.status === 404) {
		return new OneFileError(`OneFile found nothing to ${wanted}${said}`, {
			...facts,
			description: `Check the ids; this call may also be missing in the chosen API Version. (${numbered})`,
		});
	}
	if (answer.status === 429) {
		return new OneFileError(`OneFile did not ${wanted}${said}`, {
			...facts,
			description: `Other programs use up the calls of this account again and again. Run the row again later. (${numbered})`,
		});
	}
	if (answer.status >= 500) {
		return new OneFileError(`OneFile could not ${wanted} just now${said}`, {
			...facts,
			ambiguous: true,
			description: `The fault is on OneFile's side; try again later. (${numbered})`,
		});
	}
	const field = meaning?.field ? ` See '${meaning.field}'.` : '';
	return new OneFileError(`OneFile did not ${wanted}${said}`, {
		...facts,
		description: `${meaning?.todo ?? 'These are OneFile\'s own words; correct the value and run the row again.'}${field} (${numbered})`,
	});
}
