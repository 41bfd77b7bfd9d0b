import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { longListHints } from './actions/estimate';
import { fullRecordsHints } from './actions/fullRecordsHints';
import { properties } from './actions/resources';
import { route } from './actions/router';
import { listSearch } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';

export class OneFile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OneFile',
		name: 'oneFile',
		icon: { light: 'file:../../icons/oneFile.svg', dark: 'file:../../icons/oneFile.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Onboard learners and look after their portfolios in OneFile',
		defaults: { name: 'OneFile' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'oneFileApi', required: true }],
		hints: [...longListHints, ...fullRecordsHints],
		properties,
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route.call(this);
	}
}
