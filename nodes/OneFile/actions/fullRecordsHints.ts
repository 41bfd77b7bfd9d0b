import type { NodeHint } from 'n8n-workflow';

/** Limits from which on a hint names another time, at OneFile's documented 100 calls a minute. */
const STEPS = [1, 101, 301, 501, 1001, 2001, 5001];

const WITH_FULL_RECORDS = '$parameter["operation"] === "getAll" && $parameter["fullRecords"] === true';

/** What Full Records costs in calls, said in the editor before the run. n8n shows no expressions in a hint: one for each size. */
export const fullRecordsHints: NodeHint[] = [
	...STEPS.map((least, step) => {
		const most = STEPS[step + 1] === undefined ? Infinity : STEPS[step + 1] - 1;
		const upTo = most === Infinity ? '' : ` && $parameter["limit"] <= ${most}`;
		const condition = `$parameter["returnAll"] !== true && $parameter["limit"] >= ${least}${upTo}`;
		return hint(condition, most === Infinity ? `more than ${least - 1} calls` : `up to ${most} calls`, timeFor(most === Infinity ? least : most));
	}),
	hint('$parameter["returnAll"] === true', 'as many calls as there are records', '10 minutes for every 1000 of them'),
];

function hint(condition: string, calls: string, time: string): NodeHint {
	return {
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ ${WITH_FULL_RECORDS} && ${condition} }}`,
		message: `'Full Records' fetches each record by itself: ${calls} beside the search for each row, about ${time} at 100 calls a minute.`,
	};
}

function timeFor(calls: number): string {
	const minutes = Math.ceil(calls / 100);
	return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
