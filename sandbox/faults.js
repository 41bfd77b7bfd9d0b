'use strict';

const KINDS = ['status', 'html', 'hang', 'drop-before', 'drop-after'];

/**
 * Trouble on order: `{ match: { method, path }, skip: 0, times: 1, do, status, body, headers }`.
 * drop-before breaks the connection with nothing done; drop-after does the work and then breaks it without an answer.
 */
class Faults {
	#orders = [];

	/** The new list takes the place of the old one. */
	set(orders) {
		this.#orders = [orders].flat().map(({ match = {}, skip = 0, times = 1, ...fault }) => {
			if (!KINDS.includes(fault.do)) throw new Error(`A fault's "do" is one of ${KINDS.join(', ')}`);
			return {
				method: match.method?.toUpperCase(),
				path: new RegExp(match.path ?? '', 'i'),
				skip,
				times,
				fault,
			};
		});
	}

	/** The fault that this call shall meet, if any. The first order that matches decides. */
	meet({ method, path }) {
		const order = this.#orders.find(
			(one) => one.times > 0 && (!one.method || one.method === method) && one.path.test(path),
		);
		if (!order) return null;
		if (order.skip > 0) {
			order.skip--;
			return null;
		}
		order.times--;
		return order.fault;
	}
}

module.exports = { Faults };
