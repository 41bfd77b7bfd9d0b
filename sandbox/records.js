'use strict';

const centre = require('./seed/centre');
const { seedLearners } = require('./seed/learners');
const { staff } = require('./seed/staff');

/** Records by id, handed out in the order in which they were made. Unit ids are text, all others count upwards. */
class Table {
	#records = new Map();
	#nextId;

	constructor(firstId) {
		this.#nextId = firstId;
	}

	add(fields) {
		return this.put({ ID: this.#nextId, ...fields });
	}

	put(record) {
		this.#records.set(record.ID, record);
		if (Number.isInteger(record.ID)) this.#nextId = Math.max(this.#nextId, record.ID + 1);
		return record;
	}

	get(id) {
		return this.#records.get(id);
	}

	where(matches = () => true) {
		return [...this.#records.values()].filter(matches);
	}
}

const inOrderOfId = (records) => [...records].sort((a, b) => a.ID - b.ID);

/** The whole service in memory. `moreCustomers`: `{ token, name }`, each with one empty organisation of its own. */
class Records {
	constructor(moreCustomers = []) {
		this.moreCustomers = moreCustomers;
		this.reset();
	}

	reset() {
		this.customers = new Table(2070);
		this.organisations = new Table(5740);
		this.users = new Table(122701);
		this.classrooms = new Table(15379);
		this.placements = new Table(18901);
		this.placementAccess = new Table(1);
		this.providers = new Table(17501);
		this.standards = new Table(301);
		this.units = new Table();
		this.frameworkTemplates = new Table(71);
		this.learningAims = new Table(410001);
		this.unitSummaries = new Table(510001);
		this.assignments = new Table(1);
		this.reviews = new Table(610001);
		this.visits = new Table(620001);
		this.plans = new Table(630001);
		this.timesheets = new Table(640001);
		this.offTheJob = new Table();
		this.#fill();
	}

	/** A standard, once assigned to a learner, is a learning aim. */
	assignStandard(learner, standard, at) {
		return this.learningAims.add({
			UserID: learner.ID,
			StandardID: standard.ID,
			Status: 0,
			Progress: 0,
			StartDate: learner.StartOn ?? null,
			PlannedEnd: learner.PlannedEndDate ?? null,
			LastModified: at,
		});
	}

	/** A unit, once assigned to a learner, is a unit summary. */
	assignUnit(learner, unit, aim) {
		return this.unitSummaries.add({
			UserID: learner.ID,
			UnitID: unit.ID,
			StandardID: aim.StandardID,
			LearningAimID: aim.ID,
			Progress: 0,
		});
	}

	aimOf(learnerId, standardId) {
		return this.learningAims.where((aim) => aim.UserID === learnerId && aim.StandardID === standardId)[0];
	}

	summaryOf(learnerId, unitId) {
		return this.unitSummaries.where(
			(summary) => summary.UserID === learnerId && summary.UnitID === unitId,
		)[0];
	}

	#fill() {
		for (const customer of [centre.customer, centre.otherCustomer]) this.customers.put({ ...customer });
		for (const name of ['organisations', 'classrooms', 'placements', 'providers', 'frameworkTemplates']) {
			for (const record of inOrderOfId(centre[name])) this[name].put({ ...record });
		}
		for (const { token, name } of this.moreCustomers) {
			const customer = this.customers.add({ Name: name, token });
			this.organisations.put(centre.organisation(this.organisations.add({}).ID, name, customer.ID));
		}
		for (const standard of centre.standards) {
			this.standards.put({ ...standard, units: standard.units.map(({ ID }) => ID) });
			for (const unit of standard.units) this.#placeUnit(unit, standard);
		}
		for (const person of staff) this.users.put({ LastModified: '2026-05-01T08:00:00.000Z', ...person });
		seedLearners(this);
	}

	/** A unit can belong to several standards. */
	#placeUnit(unit, standard) {
		const { standards = [], organisations = [] } = this.units.get(unit.ID) ?? {};
		this.units.put({
			...unit,
			standards: [...standards, standard.ID],
			organisations: [...organisations, ...standard.organisations],
		});
	}
}

module.exports = { Records };
