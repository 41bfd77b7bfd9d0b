import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Row } from './row';

/** A call of OneFile's API that an operation makes, and how it is known. Printed in docs/operations.md. */
export interface WireCall {
	/** `POST /User/{id}/Archive` */
	call: string;
	/** "Using the OneFile API", a help-centre article number, or "working clients". */
	source: string;
}

/** One entry of the Operation menu: its fields and what it does, nothing else. */
export interface Operation {
	/** Internal name, as it stands in workflow files. */
	value: string;
	/** Title Case, as in the menu. */
	name: string;
	/** Sentence case with the resource, as in n8n's list of actions. */
	action: string;
	description: string;
	fields: INodeProperties[];
	calls: WireCall[];
	/** Whether it changes anything at OneFile. */
	writes: boolean;
	/**
	 * Reads and checks one row, without any call.
	 *
	 * @returns carries it out: one object or several, none when nothing was found
	 * @throws OneFileError that says all that is missing or wrong in the row
	 */
	run(row: Row): () => Promise<IDataObject | IDataObject[]>;
}

/** One entry of the Resource menu. */
export interface Resource {
	value: string;
	/** Singular, Title Case. */
	name: string;
	description: string;
	/** The most used first. */
	operations: Operation[];
}
