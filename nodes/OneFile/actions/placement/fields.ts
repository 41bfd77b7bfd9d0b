import { KINDS } from '../../lookup/kinds';
import type { EditorField } from '../fields';
import { locator } from '../locators';

export const placement = locator('placement', 'Placement', KINDS.placement, 'The placement', { dependsOn: ['organisation'] });

export const NAME: EditorField = { name: 'name', label: 'Name', wire: 'Name', type: 'string', description: 'The name of the placement' };

/** Source: working clients. */
export const PLACEMENT_FIELDS: EditorField[] = [
	{ name: 'misId', label: 'MIS ID', wire: 'MISID', type: 'string', description: "Your own system's key for the placement" },
	{ name: 'address', label: 'Address', wire: 'Address', type: 'string', description: 'May have several lines' },
	{ name: 'active', label: 'Active', wire: 'Active', type: 'boolean', description: 'Whether the placement is in use' },
	{ name: 'contact', label: 'Contact', wire: 'Contact', type: 'string', description: 'Name of the person to turn to' },
	{ name: 'email', label: 'Email', wire: 'Email', type: 'string', placeholder: 'name@email.com' },
	{ name: 'telephone', label: 'Telephone', wire: 'Telephone', type: 'string', description: 'As text, so that its first zero stays' },
	{ name: 'fax', label: 'Fax', wire: 'Fax', type: 'string', description: 'As text, so that its first zero stays' },
	{ name: 'web', label: 'Website', wire: 'Web', type: 'string', placeholder: 'e.g. https://example.com' },
];
