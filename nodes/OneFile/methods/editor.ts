import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { pickOf, type Pick } from '../actions/form';
import { toNodeError } from '../actions/nodeError';
import { Lookup } from '../lookup/lookup';
import { OneFileClient } from '../transport/client';
import { OneFileError } from '../transport/errors';

/** Answers a question of the editor ahead of lists that are being worked; what goes wrong is said in the editor's words. */
export async function answerEditor<T>(
	node: ILoadOptionsFunctions,
	answer: (client: OneFileClient, lookup: Lookup) => Promise<T>,
): Promise<T> {
	try {
		const client = await OneFileClient.open(node, 'editor');
		return await answer(client, new Lookup(client));
	} catch (error) {
		if (error instanceof OneFileError) throw toNodeError(node.getNode(), error);
		throw new NodeOperationError(node.getNode(), error as Error);
	}
}

/** A locator of the node as it stands in the editor; undefined when it is empty or an expression, which has no value yet. */
export function current(node: ILoadOptionsFunctions, name: string): Pick | undefined {
	const pick = pickOf(node.getCurrentNodeParameter(name));
	return pick?.value.startsWith('=') ? undefined : pick;
}
