'use strict';

const { CODES, Refusal, UnknownId } = require('./errors');
const { ROLES } = require('./seed/staff');

/** Finds records for a call, and only those of the customer that makes it. */
class Lookup {
	constructor(records, settings) {
		this.records = records;
		this.settings = settings;
	}

	/** The record that an id in the path means. */
	inPath(request, table, id) {
		// Unit ids are text (C-SDK), all others are numbers.
		const record = this.records[table].get(
			table === 'units' ? id : /^\d+$/.test(id) ? Number(id) : undefined,
		);
		if (!record || !this.isOwn(request, record)) throw new UnknownId();
		return record;
	}

	learnerInPath(request, id) {
		const user = this.inPath(request, 'users', id);
		if (user.Role !== ROLES.learner) throw new Refusal('The user is not a learner.');
		return user;
	}

	isOwn(request, record) {
		if (record.CustomerID) return record.CustomerID === request.customer.ID;
		const organisations = record.organisations ?? [this.organisationOf(record)];
		return organisations.some((id) => this.records.organisations.get(id)?.CustomerID === request.customer.ID);
	}

	/** Aims, reviews and the like belong to the organisation of their learner. */
	organisationOf(record) {
		return record.OrganisationID ?? this.records.users.get(record.UserID ?? record.LearnerID)?.OrganisationID;
	}

	organisation(request, id) {
		const organisation = this.records.organisations.get(id);
		if (organisation?.CustomerID !== request.customer.ID) {
			throw new Refusal('Organisation not found.', CODES.organisation);
		}
		return organisation;
	}

	classroom(id, organisationId) {
		return this.#inOrganisation(
			'classrooms',
			id,
			organisationId,
			new Refusal('Classroom not found.', CODES.classroom),
		);
	}

	placement(id, organisationId) {
		return this.#inOrganisation(
			'placements',
			id,
			organisationId,
			new Refusal('Placement not found.', CODES.placement),
		);
	}

	/** A person named in a body. The codes for people are not recorded anywhere, hence "other". */
	user(id, organisationId, roles, what) {
		const user = this.#inOrganisation('users', id, organisationId, new Refusal(`${what} not found.`));
		if (user.Archived) throw new Refusal(`${what} is archived.`);
		if (!roles.includes(user.Role)) throw new Refusal(`${what} does not have a role that allows this.`);
		return user;
	}

	/** The customer's records that fit the filters; `conditions` says what each filter means. */
	search(request, table, filters, conditions) {
		const mustName =
			this.settings.quirks.searchWithoutOrganisation === 'refuse' && 'OrganisationID' in conditions;
		if (mustName || filters.OrganisationID != null) this.organisation(request, filters.OrganisationID);
		const wanted = Object.entries(filters).filter(([, value]) => value !== null && value !== '');
		return this.records[table].where(
			(record) =>
				this.isOwn(request, record) && wanted.every(([name, value]) => conditions[name](record, value)),
		);
	}

	#inOrganisation(table, id, organisationId, refusal) {
		const record = this.records[table].get(id);
		if (record?.OrganisationID !== organisationId) throw refusal;
		return record;
	}
}

const fold = (text) => (text ?? '').toLowerCase();

/** Kinds of filter. Whether titles are matched in part is not documented, so a client has to check for itself. */
const is = (key) => (record, value) => record[key] === value;
const includes = (key) => (record, value) => record[key].includes(value);
const isText = (key) => (record, value) => fold(record[key]) === fold(value);
const contains = (key) => (record, value) => fold(record[key]).includes(fold(value));
const notBefore = (key) => (record, value) => Boolean(record[key]) && record[key] >= value;
const notAfter = (key) => (record, value) => Boolean(record[key]) && record[key] <= value;

module.exports = { Lookup, is, includes, isText, contains, notBefore, notAfter };
