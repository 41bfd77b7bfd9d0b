import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { OneFileError } from '../transport/errors';

/** n8n's error for ours: one from the service when OneFile answered, otherwise one of the node. */
export function toNodeError(
	node: INode,
	error: OneFileError,
	{ message = error.message, description = error.facts.description, itemIndex }: { message?: string; description?: string; itemIndex?: number } = {},
): NodeApiError | NodeOperationError {
	const { status } = error.facts;
	if (status === undefined) return new NodeOperationError(node, message, { description, itemIndex });
	const answer: JsonObject = { message, httpCode: String(status) };
	return new NodeApiError(node, answer, { message, description, httpCode: String(status), itemIndex });
}
