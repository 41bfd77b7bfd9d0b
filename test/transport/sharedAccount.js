'use strict';

const { Pace } = require('../../dist/nodes/OneFile/transport/pace');
const { limits } = require('../../dist/nodes/OneFile/transport/limits');

const LIMIT = 100;
const WINDOW = limits.windowMs;
const AT_ONCE = 100;
/** A list that never ends. */
const LIST = 1_000_000;

/**
 * Processes that share a OneFile account, each with its own `Pace` and a list, on a virtual clock and with random numbers from
 * a seed: hours in milliseconds, and the same every time.
 *
 * @param {{ from?: number, until?: number, rows?: number }[]} processes when each one works, in windows, and how long its list is
 * @param {'none' | 'seconds'} retryAfter what OneFile says with a 429
 * @param {number} lagMs longest time until a call leaves its process, because that has something else to do
 * @param {number} travelMs longest time that a call takes to arrive
 * @param {number} answerMs longest time that an answer takes
 * @returns {{ at: number, answeredAt: number, process: number, accepted: boolean }[]} the calls as OneFile sees them, in windows
 */
function shareAccount({
	processes,
	windows,
	retryAfter = 'none',
	lagMs = 0,
	travelMs = 200,
	answerMs = 100,
	seed = 1,
}) {
	const began = 1e12;
	let now = began;
	const random = randomFrom(seed);
	const agenda = new Agenda();
	const accepted = [];
	const calls = [];

	function arrive(process, place) {
		while (accepted.length > 0 && accepted[0] <= now - WINDOW) accepted.shift();
		const isAccepted = accepted.length < LIMIT;
		const freeInMs = isAccepted ? 0 : accepted[0] + WINDOW - now;
		if (isAccepted) accepted.push(now);
		const call = { at: (now - began) / WINDOW, process: process.number, accepted: isAccepted };
		calls.push(call);
		agenda.add(now + 5 + random() * answerMs, () => {
			call.answeredAt = (now - began) / WINDOW;
			process.underWay--;
			const asked = retryAfter === 'seconds' ? Math.ceil(freeInMs / 1000) * 1000 : undefined;
			process.pace.answered(place);
			if (isAccepted) {
				process.pace.end(1);
			} else {
				process.pace.refused(place, asked);
				process.rows++;
			}
			work(process);
		});
	}

	function work(process) {
		while (now <= process.until && process.underWay < AT_ONCE && process.rows > 0) {
			const waitMs = process.pace.waitMs('list', Math.min(AT_ONCE - process.underWay, process.rows));
			if (waitMs > 0) return wakeUp(process, now + Math.min(waitMs, 1000));
			const place = process.pace.take();
			process.underWay++;
			process.rows--;
			const leavesAt = now + random() * lagMs;
			agenda.add(leavesAt, () => process.pace.left(place));
			agenda.add(leavesAt + 5 + random() * travelMs, () => arrive(process, place));
			now += 0.5;
		}
	}

	function wakeUp(process, at) {
		process.wakesAt = at;
		agenda.add(at, () => {
			if (process.wakesAt === at) work(process);
		});
	}

	const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
	const dice = jest.spyOn(Math, 'random').mockImplementation(random);
	processes.forEach(({ from = 0, until = Infinity, rows = LIST }, number) => {
		const process = { number, until: began + until * WINDOW, pace: new Pace(LIMIT), underWay: 0, rows };
		process.pace.begin(rows);
		agenda.add(began + from * WINDOW, () => work(process));
	});
	for (let next = agenda.next(); next && next.at < began + windows * WINDOW; next = agenda.next()) {
		now = Math.max(now, next.at);
		next.happen();
	}
	clock.mockRestore();
	dice.mockRestore();
	return calls;
}

/** What will happen, the earliest first (a binary heap: there are hundreds of thousands of events). */
class Agenda {
	#events = [];

	add(at, happen) {
		const events = this.#events;
		let place = events.push({ at, happen }) - 1;
		for (let above = (place - 1) >> 1; place > 0 && events[above].at > at; above = (place - 1) >> 1) {
			[events[above], events[place]] = [events[place], events[above]];
			place = above;
		}
	}

	next() {
		const events = this.#events;
		const [first] = events;
		const last = events.pop();
		if (events.length === 0) return first;
		events[0] = last;
		let place = 0;
		for (;;) {
			let earliest = place;
			for (const below of [2 * place + 1, 2 * place + 2]) {
				if (below < events.length && events[below].at < events[earliest].at) earliest = below;
			}
			if (earliest === place) return first;
			[events[earliest], events[place]] = [events[place], events[earliest]];
			place = earliest;
		}
	}
}

/** Random numbers that are the same for the same seed (mulberry32). */
function randomFrom(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** What came of the calls that arrived between two moments, in windows. */
function between(calls, from, to) {
	const inTime = calls.filter(({ at }) => at >= from && at < to);
	const accepted = inTime.filter((call) => call.accepted);
	const parts = [];
	for (const { process } of accepted) parts[process] = (parts[process] ?? 0) + 1 / (to - from);
	return {
		/** Accepted calls in a window. */
		throughput: accepted.length / (to - from),
		/** Share of the calls that were answered 429. */
		refused: 1 - accepted.length / inTime.length,
		/** Accepted calls in a window, for each process. */
		parts: Array.from(parts, (part) => part ?? 0),
	};
}

module.exports = { shareAccount, between, LIMIT };
