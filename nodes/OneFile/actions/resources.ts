import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { assignment } from './assignment';
import { classroom } from './classroom';
import { frameworkTemplate } from './frameworkTemplate';
import { learner } from './learner';
import { learningAim } from './learningAim';
import type { Operation, Resource } from './operation';
import { organisation } from './organisation';
import { placement } from './placement';
import { plan } from './plan';
import { provider } from './provider';
import { review } from './review';
import { standard } from './standard';
import { timesheet } from './timesheet';
import { unit } from './unit';
import { unitSummary } from './unitSummary';
import { user } from './user';
import { visit } from './visit';

/** The Resource menu. A new resource is one line here. */
export const resources: Resource[] = [
	learner,
	user,
	assignment,
	standard,
	unit,
	learningAim,
	unitSummary,
	frameworkTemplate,
	organisation,
	classroom,
	placement,
	provider,
	review,
	visit,
	plan,
	timesheet,
];

/** @throws Error when a workflow names something this version of the node does not have */
export function operationOf(resource: string, operation: string): Operation {
	const found = resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
	if (!found) throw new Error(`This version of the OneFile node has no operation '${operation}' for '${resource}'`);
	return found;
}

const RESOURCE_MENU: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: 'user',
	options: resources.map(({ name, value, description }) => ({ name, value, description })),
};

const OPERATION_MENU: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

/** All fields of the node: the two menus, and each operation's own fields, shown when it is chosen. */
export const properties: INodeProperties[] = [RESOURCE_MENU, ...resources.flatMap(propertiesOf)];

function propertiesOf(resource: Resource): INodeProperties[] {
	const menu: INodeProperties = {
		...OPERATION_MENU,
		default: resource.operations[0].value,
		options: resource.operations.map(({ name, value, action, description }) => ({ name, value, action, description })),
		displayOptions: { show: { resource: [resource.value] } },
	};
	const fields = resource.operations.flatMap((operation) =>
		updateDisplayOptions({ show: { resource: [resource.value], operation: [operation.value] } }, operation.fields),
	);
	return [menu, ...fields];
}
