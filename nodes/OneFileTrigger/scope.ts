import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { pickOf } from '../OneFile/actions/form';
import { only } from '../OneFile/actions/simplify';
import { SIMPLE_USER } from '../OneFile/actions/user/fields';
import { KINDS, ROLES } from '../OneFile/lookup/kinds';
import { Lookup, isId } from '../OneFile/lookup/lookup';
import type { OneFileClient } from '../OneFile/transport/client';
import type { EventName } from './events';
import { People } from './people';

export interface Scope {
	event: EventName;
	people: People;
	/** Event, people and account in one text: another one is another beginning. */
	watching: string;
	/** A person as the workflow gets them. */
	shape: (person: IDataObject) => IDataObject;
}

/** What a simplified person shows; a field that says who is archived is not known (onefile-api 8.16), but would matter. */
const SHOWN = [...SIMPLE_USER, 'Archived', 'IsArchived'];

/** What the node's fields say is to be watched. */
export async function readScope(node: IPollFunctions, client: OneFileClient): Promise<Scope> {
	const event = node.getNodeParameter('event') as EventName;
	const lookup = new Lookup(client);
	const role = event === 'learnerProgress' ? ROLES.learner : Number(node.getNodeParameter('role', 0));
	const organisationId = await lookup.organisationIdIfChosen(pickOf(node.getNodeParameter('organisation', null)));
	const classroom = pickOf(node.getNodeParameter('classroom', null));
	// Classrooms belong to an organisation: without one their names could not be told apart.
	const within = async () => ({ organisationId: organisationId ?? (await lookup.organisationId(undefined)) });
	const classroomId = classroom && Number(await lookup.idOf(classroom, KINDS.classroom, 'Classroom', isId(classroom) ? {} : await within()));
	const filters: IDataObject = {
		...(role > 0 && { Role: role }),
		...(organisationId !== undefined && { OrganisationID: organisationId }),
	};
	const watching = JSON.stringify([event, filters, classroomId ?? 0, client.account.key]);
	const simple = node.getNodeParameter('simplify', true) === true;
	return {
		event,
		people: new People(client, filters, classroomId),
		watching,
		shape: (person) => (simple ? only(person, SHOWN) : person),
	};
}
