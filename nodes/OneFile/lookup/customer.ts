import type { OneFileClient } from '../transport/client';
import { record, recordId } from '../transport/shapes';

/** Ids of customers, by account. A token belongs to one customer, so OneFile is asked once in a process. */
const known = new Map<string, string | number>();

/** The id of the customer that an account belongs to; undefined when OneFile does not say it. */
export async function customerIdOf(client: OneFileClient): Promise<string | number | undefined> {
	const { sessionKey } = client.account;
	const remembered = known.get(sessionKey);
	if (remembered !== undefined) return remembered;
	const answer = await client.read('GET', '/Customer', undefined, 'read the customer');
	const customer = record(answer.body);
	const id = customer && recordId(customer);
	if (id !== undefined) known.set(sessionKey, id);
	return id;
}
