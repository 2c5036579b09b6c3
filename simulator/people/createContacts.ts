import { ApiError } from '../network/ApiError';
import { readBatchMask, readFields } from './fieldMask';
import { personResponse } from './getPeople';
import { limits, costs } from './limits';
import { many, message, one, text, texts } from './messageTypes';
import { checkSize, createFields, normalizePerson, sentGroups } from './normalizePerson';
import { invalidArgument, overflow, statusOf } from './peopleErrors';
import { peopleOperation, personView } from './peopleOperation';
import type { PeopleCall } from './peopleOperation';
import { personMessage } from './personMessage';
import { readMessage } from './readMessage';
import type { Json } from './readMessage';
import { personFieldsParameter, readSources } from './readParameters';
import { renderPerson } from './renderPerson';
import { currentVersion } from './StoredContact';
import type { PersonFields } from './StoredContact';
import { MY_CONTACTS, OPEN_SYSTEM_GROUPS } from './systemGroups';

/** https://developers.google.com/people/api/rest/v1/people/createContact */
export const createContact = peopleOperation({
  id: 'people.createContact',
  verb: 'POST',
  path: 'v1/people:createContact',
  query: ['personFields', 'sources'],
  scopes: 'write',
  effect: 'write',
  cost: costs.writeOne,
  handle(people) {
    const view = personView(
      people,
      personFieldsParameter(people.call, 'people/createContact', readFields),
      readSources(people.call.query['sources']),
    );
    const prepared = prepare(people, readMessage(personMessage, people.call.body, 'person'));
    checkRoom(people, 1);
    const contact = people.book.add(prepared.fields, prepared.groups, people.now);
    return renderPerson(contact, currentVersion(contact), view);
  },
});

const requestMessage = message('BatchCreateContactsRequest', {
  contacts: many(message('ContactToCreate', { contactPerson: one(personMessage) })),
  readMask: text,
  sources: texts,
});

/** https://developers.google.com/people/api/rest/v1/people/batchCreateContacts */
export const batchCreateContacts = peopleOperation({
  id: 'people.batchCreateContacts',
  verb: 'POST',
  path: 'v1/people:batchCreateContacts',
  scopes: 'write',
  effect: 'write',
  cost: costs.writeBatch,
  handle(people) {
    const request = readMessage(requestMessage, people.call.body);
    const contacts = (request['contacts'] as Json[] | undefined) ?? [];
    const mask = readBatchMask(request['readMask'], 'people/batchCreateContacts');
    const sources = readSources(request['sources'] as unknown[] | undefined);
    if (contacts.length === 0) throw invalidArgument('Request must have at least one contact.');
    if (contacts.length > limits.batchCreate) throw invalidArgument(`Request must have at most ${limits.batchCreate} contacts.`);
    const prepared = prepareAll(people, contacts);
    checkRoom(people, prepared.length);
    const created = prepared.map(({ fields, groups }) => people.book.add(fields, groups, people.now));
    if (mask === undefined) return {};
    const view = personView(people, mask, sources);
    const createdPeople = created.map((contact) =>
      personResponse(contact.resourceName, () => renderPerson(contact, currentVersion(contact), view)),
    );
    return { createdPeople: people.settings.createdOrder === 'request' ? createdPeople : createdPeople.reverse() };
  },
});

interface Prepared {
  readonly fields: PersonFields;
  readonly groups: readonly string[];
}

/** All or nothing: one entry that cannot be created refuses the call and names every such entry by its index. */
function prepareAll(people: PeopleCall, contacts: readonly Json[]): Prepared[] {
  const prepared: Prepared[] = [];
  const contactErrors: Record<string, object> = {};
  contacts.forEach((contact, index) => {
    try {
      prepared.push(prepare(people, (contact['contactPerson'] as Json | undefined) ?? {}));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      contactErrors[String(index)] = statusOf(error);
    }
  });
  if (Object.keys(contactErrors).length > 0) {
    const type = 'type.googleapis.com/google.people.v1.BatchCreateContactsErrorDetails';
    throw invalidArgument('Request contains an invalid argument.', [{ '@type': type, contactErrors }]);
  }
  return prepared;
}

function prepare(people: PeopleCall, person: Json): Prepared {
  const fields = normalizePerson(person, createFields);
  if (Object.keys(fields).length === 0) throw invalidArgument('Request contains an invalid argument.');
  checkSize(fields);
  const groups = sentGroups(person);
  if (groups.length === 0) return { fields, groups: [MY_CONTACTS] };
  for (const name of groups) checkJoinable(people, name);
  const withMine = people.settings.labelAddsMyContacts && !groups.includes(MY_CONTACTS);
  return { fields, groups: withMine ? [...groups, MY_CONTACTS] : groups };
}

/** Contacts can be put into the user's own groups, myContacts and starred (https://developers.google.com/people/api/rest/v1/people#ContactGroupMembership). */
export function checkJoinable({ book, settings, now }: PeopleCall, groupResourceName: string): void {
  const group = book.group(groupResourceName);
  if (group === undefined || now - group.createdAt < (group.system ? 0 : settings.newGroupDelayMs)) {
    throw invalidArgument(`Contact group "${groupResourceName}" was not found.`);
  }
  if (group.system && !OPEN_SYSTEM_GROUPS.includes(groupResourceName)) {
    throw invalidArgument(`Contacts cannot be added to the system contact group "${groupResourceName}".`);
  }
}

function checkRoom({ book, world, settings, userId, now }: PeopleCall, wanted: number): void {
  // Counted only when it could matter: counting takes as long as there are contacts.
  if (book.contacts.size + wanted > settings.contactsPerUser) {
    const used = book.live().length + (settings.trashCounts ? book.trash(now).length : 0);
    if (used + wanted > settings.contactsPerUser) throw overflow(settings.overflowStatus);
  }
  world.people.meter.chargeAccount(userId, wanted, settings.quotas, now);
}
