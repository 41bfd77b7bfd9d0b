import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { listSearch } from '../OneFile/methods/listSearch';
import { properties } from './fields';
import { poll } from './poll';

export class OneFileTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OneFile Trigger',
		name: 'oneFileTrigger',
		icon: { light: 'file:../../icons/oneFile.svg', dark: 'file:../../icons/oneFile.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when people or their progress change in OneFile',
		defaults: { name: 'OneFile Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'oneFileApi', required: true }],
		properties,
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll.call(this);
	}
}
