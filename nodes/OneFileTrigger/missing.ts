import type { Look } from './changes';
import { archivedFlag } from './events';

/**
 * Looks for people whom no search finds any more: so archived people would show if OneFile leaves them out of searches, which
 * is not known (onefile-api 8.16). Somebody counts as archived only if their record is still there and either says so, or does
 * not say anything and no search by their own name finds them: whoever was deleted or has moved is not archived.
 */
export async function readMissing({ people, memory, deadline, send }: Look): Promise<void> {
	const found = await people.everyone();
	// A centre without anybody is more likely a fault than everybody archived at once.
	if (found.length === 0) return;
	const there = new Set(found);
	const missing = memory.present.filter((id) => !there.has(id));
	const judged = new Set<number>();
	try {
		await people.readEach(missing, deadline, async ({ id, record }) => {
			if (record) {
				const flag = archivedFlag(record);
				const archived = flag ?? !(await people.finds(id, record));
				const told = flag === true && memory.values[id] === true;
				if (flag !== undefined) memory.values[id] = flag;
				if (archived && !told && people.fits(record)) send(record, {});
			}
			judged.add(id);
		});
	} finally {
		memory.present = [...found, ...missing.filter((id) => !judged.has(id))];
	}
}
