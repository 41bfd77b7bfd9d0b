import type { IDataObject } from 'n8n-workflow';

import { OneFileError } from '../transport/errors';
import type { WireField } from './form';
import type { Row } from './row';

/**
 * The fields of a record that the row changes, from 'Update Fields'.
 *
 * @throws OneFileError also when it changes none
 */
export function changesOf({ form }: Row, fields: WireField[]): IDataObject {
	const changes = form.collection('updateFields', fields);
	form.check();
	if (Object.keys(changes).length === 0) throw nothingToUpdate();
	return changes;
}

export function nothingToUpdate(): OneFileError {
	return new OneFileError('There is nothing to update', {
		description: "Add the fields to change under 'Update Fields'. Empty values are not sent: they never clear a field.",
		field: 'Update Fields',
	});
}
