import type { IExecuteFunctions } from 'n8n-workflow';

/** How long the rows of a failed run are remembered: n8n's Retry On Fail waits five seconds at most. */
const KEPT_MS = 600_000;

interface Kept {
	until: number;
	rows: Map<number, unknown>;
}

const kept = new Map<string, Kept>();

/**
 * With Retry On Fail n8n runs the whole node again, although only one row failed. A row that wrote something must not be
 * written again then: this remembers, within one execution, what came of the rows that are done.
 */
export function runLog(node: IExecuteFunctions, writes: boolean) {
	forgetOld();
	const { $runIndex } = node.getWorkflowDataProxy(0);
	const key = `${node.getWorkflow().id ?? ''}/${node.getExecutionId()}/${node.getNode().id}/${String($runIndex)}`;
	const watched = writes && node.getNode().retryOnFail === true;
	const entry = (watched && kept.get(key)) || { until: 0, rows: new Map<number, unknown>() };
	if (watched) kept.set(key, { ...entry, until: Date.now() + KEPT_MS });
	return {
		/** Runs a row, unless an earlier try of this node did it or left it in doubt. */
		async once<T extends { error?: { facts: { ambiguous?: boolean } } }>(row: number, run: () => Promise<T>): Promise<T> {
			if (entry.rows.has(row)) return entry.rows.get(row) as T;
			const result = await run();
			if (watched && (!result.error || result.error.facts.ambiguous)) entry.rows.set(row, result);
			return result;
		},
		/** n8n does not come back after a run without failures. */
		finish(failed: boolean): void {
			if (!failed) kept.delete(key);
		},
	};
}

function forgetOld(): void {
	for (const [key, { until }] of kept) if (until < Date.now()) kept.delete(key);
}
