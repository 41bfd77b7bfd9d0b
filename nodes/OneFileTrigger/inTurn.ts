import type { Memory } from './memory';

/** Has the next few of those whose value is known read again, after whom it was last. Nobody, while some were never read. */
export function nextInTurn(memory: Memory, count: number): void {
	if (memory.unread.length > 0) return;
	const ids = Object.keys(memory.values).map(Number).sort((one, other) => one - other);
	const after = ids.filter((id) => id > (memory.turn ?? 0));
	memory.unread = (after.length > 0 ? after : ids).slice(0, count);
	memory.turn = memory.unread[memory.unread.length - 1];
}
