/**
 * The rate limit as OneFile counts it. Tests and benchmarks compress the minute by setting `windowMs`.
 */
export const limits = {
	/** Length of OneFile's window in milliseconds (source: "Using the OneFile API", Rate limit). */
	windowMs: 60_000,
	/** So much later than it left, as a share of the window, a call may arrive that has no answer yet. */
	travel: 0.02,
	/** Stretch of the window, as a share of it, because clocks and timers are not exact. */
	margin: 0.001,
	/** Share of the places that lists leave to somebody at the editor: a person's name typed into a list costs four calls. */
	editorShare: 0.08,
	/** How long after the editor was last used places are kept for it, in milliseconds. */
	editorMs: 300_000,
};

/**
 * The window that this side keeps, in milliseconds.
 *
 * From the answer to a call it is certainly over where OneFile counts: the call had arrived by then, however long it took. A call
 * that has no answer yet may still be on its way, so from the moment it left the window is longer by the time of travel.
 */
export function keptWindowMs(from: 'answer' | 'departure'): number {
	return Math.ceil(limits.windowMs * (1 + limits.margin + (from === 'departure' ? limits.travel : 0)));
}
