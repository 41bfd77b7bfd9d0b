/** Reads that are under way: the same search asked for twice at the same moment goes out once. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Joins the read under this key, or starts it. A follower whose leader was stopped asks for itself; one that is stopped
 * itself does not wait for its leader.
 *
 * @param signal of the execution that asks
 */
export async function shared<T>(key: string, signal: AbortSignal | undefined, read: () => Promise<T>): Promise<T> {
	const leader = underWay.get(key) as Promise<T> | undefined;
	if (leader && !signal?.aborted) {
		const joined = await orStopped(leader, signal);
		if ('value' in joined) return joined.value;
		return await shared(key, signal, read);
	}
	const own = read().finally(() => {
		if (underWay.get(key) === own) underWay.delete(key);
	});
	if (!leader) underWay.set(key, own);
	return await own;
}

/** What the leader got; nothing when it failed or the follower was stopped. */
async function orStopped<T>(leader: Promise<T>, signal: AbortSignal | undefined): Promise<{ value: T } | object> {
	return await new Promise((resolve) => {
		const stopped = () => resolve({});
		signal?.addEventListener('abort', stopped, { once: true });
		void leader
			.then((value) => resolve({ value }), stopped)
			.finally(() => signal?.removeEventListener('abort', stopped));
	});
}
