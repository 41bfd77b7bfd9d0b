'use strict';

const { HTML_PAGE, Refusal } = require('./errors');

const UTC_DATE = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DATE_FORMS = {
	utc: (text) => text,
	bare: (text) => text.slice(0, -1),
	offset: (text) => text.replace('Z', '+00:00'),
	date: (text) => text.slice(0, 10),
};
const KEY_FORMS = {
	ID: (key) => key,
	Id: (key) => key.replace(/ID$/, 'Id'),
	camel: (key) => (key === 'ID' ? 'id' : key[0].toLowerCase() + key.slice(1).replace(/ID$/, 'Id')),
};

const pick = (record, keys) => Object.fromEntries(keys.map((key) => [key, record[key] ?? null]));

// A fixed, scattered order that does not change between the pages of one search.
const scatter = (id) =>
	(Number.parseInt(Buffer.from(String(id)).toString('hex').slice(-8), 16) * 2654435761) % 4294967296;

/** How the service words its answers; the only file that knows what the wire quirks do to them. */
class Answers {
	constructor(settings) {
		this.settings = settings;
	}

	/** A bare array of stubs: no envelope, no total. The page comes from the path and is absent in an unpaged search. */
	search({ params }, reply, rows, { stub, full = stub }) {
		const { quirks, unpagedMaximum } = this.settings;
		const ordered =
			quirks.order === 'shuffled' ? [...rows].sort((a, b) => scatter(a.ID) - scatter(b.ID)) : rows;
		const wanted = params.page ? this.#page(ordered, params) : ordered.slice(0, unpagedMaximum ?? undefined);
		const keys = params.page && quirks.pagedFields === 'full' ? full : stub;
		return this.list(
			reply,
			wanted.map((row) => pick(row, keys)),
		);
	}

	list(reply, rows) {
		const { emptySearch, searchShape } = this.settings.quirks;
		if (rows.length === 0) {
			if (emptySearch === 204) return reply.code(204).send();
			if (emptySearch === 'blank') return reply.send('');
			return this.#json(reply, emptySearch === 'null' ? null : []);
		}
		if (searchShape === 'envelope') return this.#json(reply, { Items: rows.map((row) => this.#dress(row)) });
		if (searchShape === 'single' && rows.length === 1) return this.#json(reply, this.#dress(rows[0]));
		return this.#json(
			reply,
			rows.map((row) => this.#dress(row)),
		);
	}

	record(reply, record, { all, seen = all }) {
		return this.#json(
			reply,
			this.#dress(pick(record, this.settings.quirks.recordFields === 'seen' ? seen : all)),
		);
	}

	/** `asObject` is what User create answers; everything else that makes something answers a bare, unquoted number. */
	created(reply, id, asObject) {
		const { createBody } = this.settings.quirks;
		if (createBody === 'nothing') return reply.code(200).send('');
		if (createBody === 'quoted') return this.#json(reply, String(id));
		if (createBody === 'object' || (createBody === 'default' && asObject)) {
			return this.#json(reply, this.#dress(asObject ?? { ID: id }));
		}
		return this.#json(reply, id);
	}

	written(reply, record) {
		const { writeAnswer } = this.settings.quirks;
		if (writeAnswer === 204) return reply.code(204).send();
		return writeAnswer === 'blank' ? reply.send('') : this.#json(reply, this.#dress({ ID: record.ID }));
	}

	unknownId(reply) {
		const status = this.settings.quirks.unknownId;
		return status === 400
			? this.refused(reply, new Refusal('The requested record was not found.'))
			: reply.code(status).send();
	}

	refused(reply, { statusCode, code, message }) {
		return reply.code(statusCode).send({ code, message });
	}

	html(reply, status) {
		return reply.code(status).type('text/html; charset=utf-8').send(HTML_PAGE);
	}

	#json(reply, value) {
		return reply.type('application/json; charset=utf-8').send(JSON.stringify(value));
	}

	#page(rows, { page, size }) {
		const { quirks, maxPageSize } = this.settings;
		if (
			!/^\d+$/.test(page) ||
			!/^[1-9]\d*$/.test(size) ||
			(Number(page) === 0 && quirks.pageZero === 'refuse')
		) {
			throw new Refusal(`Page ${page} of ${size} records is not valid; pages start at 1.`);
		}
		// A size above the maximum is cut down without a word; no maximum is documented (unknown 9).
		const length = Math.min(Number(size), maxPageSize);
		const last = Math.ceil(rows.length / length);
		const number = Math.max(Number(page), 1);
		const shown = quirks.pastTheEnd === 'repeatLastPage' ? Math.min(number, last) : number;
		return rows.slice((shown - 1) * length, shown * length);
	}

	#dress(record) {
		const { dateOut, unset, keyCase, extraKeys } = this.settings.quirks;
		const dressed = {};
		for (const [key, value] of Object.entries(record)) {
			if (value === null && unset === 'missing') continue;
			const isDate = typeof value === 'string' && UTC_DATE.test(value);
			const shown = value === null && unset === 'empty' ? '' : value;
			dressed[KEY_FORMS[keyCase](key)] = isDate ? DATE_FORMS[dateOut](value) : shown;
		}
		return extraKeys ? { ...dressed, RowVersion: 'AAAAAAAB', Links: [{ Rel: 'self' }] } : dressed;
	}
}

module.exports = { Answers };
