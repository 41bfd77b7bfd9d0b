/**
 * How far OneFile's own clocks may be apart. A change can become visible with a time that is so much earlier than one seen
 * before; whoever changed within this span is looked at again.
 */
export const OVERLAP_MS = 300_000;

/** Times without a zone may be London's, in summer an hour ahead of UTC: whether they are is not documented (onefile-api 8.11). */
const SUMMER_TIME_MS = 3_600_000;

/** The earliest moment that a date of OneFile's can mean, in milliseconds since 1970; undefined when it is none. */
export function earliest(date: unknown): number | undefined {
	if (typeof date !== 'string') return undefined;
	const text = date.trim();
	const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
	const zone = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) && !day;
	const moment = Date.parse(zone || day ? text : `${text}Z`);
	if (Number.isNaN(moment)) return undefined;
	return zone ? moment : moment - SUMMER_TIME_MS;
}

/** As OneFile's LastModified filter takes it (source: help centre 76000037051, the format of dates that are sent). */
export function toFilter(moment: number): string {
	return new Date(moment).toISOString();
}
