import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { toNodeError } from '../OneFile/actions/nodeError';
import { valueIn } from '../OneFile/transport/shapes';
import { OneFileClient } from '../OneFile/transport/client';
import { OneFileError } from '../OneFile/transport/errors';
import { startWith } from './begin';
import { readChanges, readUnread, type Look } from './changes';
import { EVENTS } from './events';
import { nextInTurn } from './inTurn';
import { keep, recall } from './memory';
import { readMissing } from './missing';
import { sample } from './sample';
import { readScope, type Scope } from './scope';

/** How long a poll may take where n8n does not say it. */
const BUDGET_MS = 300_000;
/** The same for the poll that belongs to an activation or a start of n8n, which is given up after 84 seconds. */
const ACTIVATION_MS = 30_000;
/** The share of it after which nobody else is read: calls under way may have to wait a minute for their place. */
const READING = 0.8;

/** The share of an account's calls in a minute that a poll spends on people who are read in turn. */
const IN_TURN = 0.25;

/** n8n makes a context for each activation and polls with it again and again: the first poll of each is the activation's. */
const contexts = new WeakSet<IPollFunctions>();

/** Polls under way in this process. n8n starts the next one also when the one before has not ended. */
const underWay = new Set<string>();

export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const key = `${this.getWorkflow().id ?? ''}/${this.getNode().id}`;
	const manual = this.getMode() === 'manual';
	if (!manual && underWay.has(key)) return null;
	try {
		if (!manual) underWay.add(key);
		const client = await OneFileClient.open(this, manual ? 'editor' : 'list');
		const scope = await readScope(this, client);
		const found = manual ? [await sample(scope)] : await findEvents(this, key, client, scope);
		return found.length > 0 ? [this.helpers.returnJsonArray(found)] : null;
	} catch (error) {
		if (error instanceof OneFileError) throw toNodeError(this.getNode(), error);
		throw new NodeOperationError(this.getNode(), error as Error);
	} finally {
		if (!manual) underWay.delete(key);
	}
}

/** What happened since the poll before; nothing at the first, which only takes the present as the start. */
async function findEvents(node: IPollFunctions, key: string, client: OneFileClient, scope: Scope): Promise<IDataObject[]> {
	const { event, people, watching, shape } = scope;
	const patience = READING * budgetOf(node);
	const deadline = Date.now() + patience;
	const watch = EVENTS[event];
	const some = Math.max(1, Math.floor(client.account.requestsPerMinute * IN_TURN));
	const memory = recall(node, watching);
	if (!memory) {
		const begun = await startWith(key, { watching, people, watch, firstReads: some }, patience);
		if (begun) keep(node, begun);
		return [];
	}
	const found: IDataObject[] = [];
	const send: Look['send'] = (person, extra) => found.push({ event, ...extra, ...shape(person) });
	const look = { people, watch, memory, deadline, send };
	if (node.getNodeParameter('everyLearner', false) === true) nextInTurn(memory, some);
	const failure = await failureOf(lookAround(look));
	keep(node, memory);
	// What was found is sent; whatever failed is tried again by the next poll, which says what is wrong if it still is.
	if (failure !== undefined && found.length === 0) throw failure;
	return inOrder(found);
}

function budgetOf(node: IPollFunctions): number {
	const budget = 'getPollBudgetMs' in node ? node.getPollBudgetMs() : BUDGET_MS;
	if (contexts.has(node)) return budget;
	contexts.add(node);
	return Math.min(budget, ACTIVATION_MS);
}

async function lookAround(look: Look): Promise<void> {
	await readChanges(look);
	await readUnread(look);
	if (look.watch.missing) await readMissing(look);
}

async function failureOf(work: Promise<void>): Promise<unknown> {
	return await work.then(
		() => undefined,
		(failure: unknown) => failure,
	);
}

/** The order of their changes, as far as OneFile says it. */
function inOrder(people: IDataObject[]): IDataObject[] {
	const time = (person: IDataObject) => String(valueIn(person, 'LastModified') ?? '');
	return people.sort((one, other) => time(one).localeCompare(time(other)));
}
