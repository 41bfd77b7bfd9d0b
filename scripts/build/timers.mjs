// What p-throttle gets instead of the timers of the runtime. A community node may wait in one way only,
// n8n-workflow's `sleep` (the official scan refuses setTimeout and clearTimeout, bundled code included).
import { sleep } from 'n8n-workflow';

/**
 * A started sleep cannot be called off on every n8n this package supports, so stopping a timer lets go of
 * its callback instead: the sleep runs out and does nothing.
 */
export function startTimer(callback, milliseconds) {
	const timer = { callback };
	void sleep(milliseconds).then(() => timer.callback?.());
	return timer;
}

export function stopTimer(timer) {
	if (timer) timer.callback = undefined;
}
