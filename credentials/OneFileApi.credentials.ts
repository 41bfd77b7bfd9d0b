import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { BASE_URL_EXPRESSION } from '../nodes/OneFile/transport/account';
import { authorise, logIn } from '../nodes/OneFile/transport/session';

/** Customer token in, session out: n8n keeps the session with the credential, see docs/architecture.md. */
export class OneFileApi implements ICredentialType {
	name = 'oneFileApi';

	displayName = 'OneFile API';

	icon = { light: 'file:../icons/oneFile.svg', dark: 'file:../icons/oneFile.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-onefile/n8n-nodes-onefile#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			default: 'beta',
			options: [
				{ name: 'Beta', value: 'beta', description: 'Where OneFile sets up every new integration' },
				{ name: 'Custom', value: 'custom', description: 'Another address, such as the sandbox of this package' },
				{ name: 'Live', value: 'live', description: 'Real learners and staff: they receive real mails' },
				{ name: 'Practice', value: 'practice', description: 'A copy to practise on' },
			],
			description: 'A token belongs to one environment',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://127.0.0.1:4010/api',
			displayOptions: { show: { environment: ['custom'] } },
			required: true,
			description: 'The address up to and with /api. It has to be https, or http on this machine.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			default: 'v2',
			options: [
				{ name: 'v2', value: 'v2' },
				{ name: 'v2.1', value: 'v2.1' },
			],
			description: 'If the test finds no API at the address, try the other version',
		},
		{
			displayName: 'Customer Token',
			name: 'customerToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The API token that OneFile support has issued to your organisation',
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 100,
			description:
				'The most calls that go out in any minute. OneFile documents 100. With several n8n workers, divide it by their number.',
		},
		{
			displayName: 'Default Organisation ID',
			name: 'organisationId',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 0,
			description:
				'The organisation (centre) that nodes use when they name none. Leave at 0 if your account has a single organisation.',
		},
		{
			displayName: 'Connected To',
			name: 'customerName',
			type: 'string',
			default: '',
			placeholder: 'Filled in by the test',
			description: "The OneFile customer that the token belongs to. It is filled in at the first log-in; there is nothing to type here.",
		},
		// Kept by n8n between executions, never shown. `expirable` makes n8n call preAuthentication; `password` blanks it in the browser.
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{ displayName: 'Session Issued At', name: 'sessionIssuedAt', type: 'hidden', default: 0 },
		{ displayName: 'Session For', name: 'sessionFor', type: 'hidden', default: '' },
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await logIn(this.helpers, credentials);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authorise(credentials, requestOptions);
	}

	/** The log-in comes first and says in words what is wrong with token, address or version. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: BASE_URL_EXPRESSION,
			url: '/Customer',
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 403, message: 'The token is good, but OneFile does not let this account read its customer.' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: "The token is good, but there is no OneFile API here: check 'API Version'." },
			},
			{
				type: 'responseCode',
				properties: { value: 429, message: 'The token is good, but its calls of this minute are used up. Try again in a minute.' },
			},
		],
	};
}
