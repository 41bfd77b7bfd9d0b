import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { valueIn } from '../OneFile/transport/shapes';
import type { Memory } from './memory';
import { earliest } from './moments';

export type EventName = 'learnerProgress' | 'userArchived' | 'userCreated' | 'userUpdated';

/** Creating somebody may take OneFile several steps; what changes within this time belongs to the creation. */
const CREATION_MS = 10_000;

/** What to look out for, and how it is told from everything else that changes. */
export interface Watch {
	/** Whether somebody who is listed as changed has to be read. */
	reads: (id: number, memory: Memory) => boolean;
	/** Whether a value of each person has to be known before a change of it can be told. */
	compares: boolean;
	/** Whether it shows also in people whom no search finds any more. */
	missing: boolean;
	/**
	 * Judges somebody who was read, and notes their value in the memory.
	 *
	 * @returns what goes with the record when it is the event, undefined when it is not
	 */
	judge: (id: number, person: IDataObject, memory: Memory) => IDataObject | undefined;
}

export const EVENTS: Record<EventName, Watch> = {
	userCreated: {
		reads: isNew,
		compares: false,
		missing: false,
		judge: (id, _person, memory) => (isNew(id, memory) ? {} : undefined),
	},
	userUpdated: {
		reads: () => true,
		compares: false,
		missing: false,
		judge(id, person, memory) {
			const known = memory.listed[id];
			const changed = known ? known.print !== fingerprint(person) : id <= memory.highestId || changedSinceCreation(person, memory);
			return changed ? {} : undefined;
		},
	},
	learnerProgress: {
		reads: () => true,
		compares: true,
		missing: false,
		judge(id, person, memory) {
			const progress = progressOf(person);
			if (progress === undefined) return undefined;
			const before = memory.values[id] ?? (id > memory.highestId ? 0 : undefined);
			memory.values[id] = progress;
			return before === undefined || before === progress ? undefined : { previousProgress: before };
		},
	},
	userArchived: {
		reads: () => true,
		compares: true,
		missing: true,
		judge(id, person, memory) {
			const archived = archivedFlag(person);
			if (archived === undefined) {
				// OneFile's records do not say it: reading the others would not help.
				memory.unread = [];
				return undefined;
			}
			const before = memory.values[id] ?? (id > memory.highestId ? false : undefined);
			memory.values[id] = archived;
			return archived && before === false ? {} : undefined;
		},
	},
};

function isNew(id: number, { highestId, listed }: Memory): boolean {
	return id > highestId && !(id in listed);
}

/** The whole record in short: LastModified may be missing, or the same for two changes within a second (onefile-api 4.4). */
export function fingerprint(person: IDataObject): string {
	const entries = Object.entries(person).sort(([one], [other]) => (one < other ? -1 : 1));
	return createHash('sha256').update(JSON.stringify(entries)).digest('base64').slice(0, 16);
}

/** Whether OneFile's records say who is archived is not known (onefile-api 8.16); if they do, it is by such a field. */
export function archivedFlag(person: IDataObject): boolean | undefined {
	const flag = valueIn(person, 'Archived') ?? valueIn(person, 'IsArchived');
	return typeof flag === 'boolean' ? flag : undefined;
}

/** Somebody new who was changed before they were first read. A CreatedOn from before the start was written by hand. */
function changedSinceCreation(person: IDataObject, { started }: Memory): boolean {
	const created = earliest(valueIn(person, 'CreatedOn'));
	const changed = earliest(valueIn(person, 'LastModified'));
	if (created === undefined || changed === undefined || created < started) return false;
	return changed - created > CREATION_MS;
}

function progressOf(person: IDataObject): number | undefined {
	const progress = valueIn(person, 'Progress');
	if (progress === undefined || progress === null || progress === '') return undefined;
	return Number.isFinite(Number(progress)) ? Number(progress) : undefined;
}
