/** Reads that are under way: the same search asked for twice at the same moment goes out once. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Joins the read under this key, or starts it. A follower whose leader was stopped asks for itself.
 *
 * @param stopped whether the one who asks has been stopped
 */
export async function shared<T>(key: string, stopped: () => boolean, read: () => Promise<T>): Promise<T> {
	const leader = underWay.get(key) as Promise<T> | undefined;
	if (leader) {
		const joined = await leader.then(
			(value) => ({ value, failed: false as const }),
			() => ({ failed: true as const }),
		);
		if (!joined.failed) return joined.value;
		if (!stopped()) return await shared(key, stopped, read);
	}
	const own = read().finally(() => underWay.delete(key));
	underWay.set(key, own);
	return await own;
}
