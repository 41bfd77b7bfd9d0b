import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../row';

/** Levels of the Assign call (source: "Using the OneFile API"; roles from help centre 76000037054). */
export const LEVELS: Record<string, number> = { learningAim: 3, unitSummary: 2, additional: 1 };

/**
 * Assigns a user to a learner. The user stands in the path and the learner in the body (source: working clients).
 *
 * @param level none makes the user the default of their role, with v2
 * @param more the standard or unit that the level needs
 */
export async function assignUser(
	row: Row,
	{ userId, learnerId, level, more = {} }: { userId: number; learnerId: number; level?: number; more?: IDataObject },
	wanted: string,
): Promise<void> {
	const body = { LearnerID: learnerId, ...(level !== undefined && { Level: level }), ...more };
	await row.client.write(`/User/${userId}/Assign`, body, wanted);
}
