import { KINDS } from '../../lookup/kinds';
import { learner, locator, organisation } from '../locators';
import type { Operation } from '../operation';
import { together } from '../together';

/** Gives a learner all standards and units of a template at once. */
export const assign: Operation = {
	value: 'assign',
	name: 'Assign',
	action: 'Assign a framework template to a learner',
	description: 'Give a learner everything in a framework template: OneFile makes all learning aims and unit summaries, with default dates',
	fields: [
		learner,
		locator('frameworkTemplate', 'Framework Template', KINDS.frameworkTemplate, 'The template that the learner gets', {
			dependsOn: ['organisation'],
		}),
		{
			displayName: 'Only Change Assigned',
			name: 'onlyChangeAssigned',
			type: 'boolean',
			default: true,
			description: "Whether to send OneFile's own switch 'onlyChangeAssigned' as true. OneFile does not explain it; working clients send true.",
		},
		organisation,
	],
	calls: [{ call: 'POST /FrameworkTemplate/{id}/Assign/{learner}/{onlyChangeAssigned}', source: 'help centre 76000037063; working clients' }],
	writes: true,
	run(row) {
		const learnerPick = row.form.requiredPick('learner', 'Learner');
		const templatePick = row.form.requiredPick('frameworkTemplate', 'Framework Template');
		row.form.check();
		const onlyChangeAssigned = row.form.flag('onlyChangeAssigned');
		return async () => {
			const [learnerId, templateId] = await together([
				row.idOf(learnerPick, KINDS.learner, 'Learner'),
				row.idOf(templatePick, KINDS.frameworkTemplate, 'Framework Template'),
			]);
			const path = `/FrameworkTemplate/${templateId}/Assign/${learnerId}/${onlyChangeAssigned}`;
			await row.client.write(path, {}, 'assign the framework template to the learner');
			return { FrameworkTemplateID: templateId, LearnerID: learnerId, assigned: true };
		};
	},
};
