/**
 * The rate limit as OneFile counts it.
 *
 * A call may take up to a second longer to arrive than the one a minute later, so two calls that leave 60 s apart can
 * arrive 59 s apart. The window is therefore stretched by 2 % (1.2 s of a minute): what leaves at most so often arrives
 * within the limit. Tests and benchmarks compress the minute by setting `windowMs`.
 */
export const limits = {
	/** Length of OneFile's window in milliseconds (source: "Using the OneFile API", Rate limit). */
	windowMs: 60_000,
	/** Stretch of the window, as a share of it, for the spread of travel times. */
	margin: 0.02,
	/** Share of the places that long lists leave to somebody at the editor. */
	editorShare: 0.04,
	/** How long after the editor was last used places are kept for it, in milliseconds. */
	editorMs: 300_000,
};

/** The window that this side keeps, in milliseconds. */
export function keptWindowMs(): number {
	return Math.ceil(limits.windowMs * (1 + limits.margin));
}
