import type { NodeHint } from 'n8n-workflow';

/** The limit that the estimate goes by: OneFile's documented one (source: "Using the OneFile API", Rate limit). */
const CALLS_A_MINUTE = 100;
const STEPS = [100, 200, 300, 500, 1000, 2000, 5000, 10_000];

/**
 * How long a long list will take, said in the editor before it is run. n8n evaluates when a hint is shown but not its text,
 * and shows an expression neither the credential nor the calls that a row needs: so there is one hint for each size of list,
 * and each says "at least".
 */
export const longListHints: NodeHint[] = STEPS.map((rows, step) => {
	const most = STEPS[step + 1] ?? Infinity;
	const upTo = most === Infinity ? '' : ` && $input.all().length <= ${most}`;
	return {
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ $input.all().length > ${rows}${upTo} }}`,
		message: `More than ${rows} rows: OneFile takes ${CALLS_A_MINUTE} calls a minute, so this run needs at least ${inWords(rows / CALLS_A_MINUTE)}, and longer if a row needs several calls.`,
	};
});

function inWords(minutes: number): string {
	if (minutes < 120) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
	return `${Math.round(minutes / 60)} hours`;
}
