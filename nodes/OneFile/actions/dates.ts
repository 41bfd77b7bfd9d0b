const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/** The format that is asked for when a date is refused. */
export const DATE_FORMAT = 'YYYY-MM-DD, for example 2026-09-03';

/**
 * A date as OneFile takes it: UTC ISO 8601 with milliseconds (source: help centre 76000037051).
 *
 * A date alone is midnight UTC, and so is what n8n's date picker gives without a time zone: the day that is written is the
 * day that is sent. Whatever could be read in two ways, such as `03/09/2026`, is not read at all.
 *
 * @returns undefined when the text is not such a date
 */
export function toOneFileDate(text: string): string | undefined {
	const match = DATE.exec(text) ?? MOMENT.exec(text);
	if (!match) return undefined;
	const [, year, month, day, hours = '00', minutes = '00', seconds = '00', zone = 'Z'] = match;
	const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return undefined;
	const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^(.\d{2}):?/, '$1:');
	const moment = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${offset}`);
	return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
