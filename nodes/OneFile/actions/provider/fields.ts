import { KINDS } from '../../lookup/kinds';
import type { EditorField } from '../fields';
import { locator } from '../locators';

export const provider = locator('provider', 'Provider', KINDS.provider, 'The training provider', { dependsOn: ['organisation'] });

/** The one field that is known of a provider, beside its organisation (source: a working client). */
export const NAME: EditorField = { name: 'name', label: 'Name', wire: 'Name', type: 'string', description: 'The name of the provider' };
