import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/** How often a request is tried in all. */
export const MAX_TRIES = 5;

/** Answers that mean "not now" rather than "no". */
export function isTransient(status: number): boolean {
	return status === 502 || status === 503 || status === 504;
}

/** Wait before the next try, in milliseconds: half a second, doubled each time, with jitter. */
export function backoffMs(attempt: number): number {
	return 500 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
}

/**
 * What a Retry-After header asks for, in milliseconds: whole seconds or a date (RFC 9110). OneFile documents none.
 *
 * @returns undefined without a header that can be read
 */
export function retryAfterMs(headers: IDataObject): number | undefined {
	const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after');
	const text = String(entry?.[1] ?? '').trim();
	if (!text) return undefined;
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Sleeps, in slices so that a stopped execution does not wait for the end of it. */
export async function pause(ms: number, stopped: () => boolean): Promise<void> {
	for (let left = ms; left > 0 && !stopped(); left -= 250) await sleep(Math.min(left, 250));
}
