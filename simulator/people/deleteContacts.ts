import { limits, costs } from './limits';
import { message, texts } from './messageTypes';
import { invalidArgument, notAContact, notFound } from './peopleErrors';
import { peopleOperation, PERSON } from './peopleOperation';
import type { PeopleCall } from './peopleOperation';
import { readMessage } from './readMessage';
import type { StoredContact } from './StoredContact';

/** https://developers.google.com/people/api/rest/v1/people/deleteContact */
export const deleteContact = peopleOperation({
  id: 'people.deleteContact',
  verb: 'DELETE',
  path: 'v1/{+resourceName}:deleteContact',
  resource: PERSON,
  scopes: 'write',
  effect: 'write',
  cost: costs.deleteOne,
  handle(people) {
    const contact = known(people, people.call.path['resourceName'] ?? '');
    if (contact === undefined) throw notFound();
    people.book.remove(contact, people.now);
    return {};
  },
});

const requestMessage = message('BatchDeleteContactsRequest', { resourceNames: texts });

/** https://developers.google.com/people/api/rest/v1/people/batchDeleteContacts */
export const batchDeleteContacts = peopleOperation({
  id: 'people.batchDeleteContacts',
  verb: 'POST',
  path: 'v1/people:batchDeleteContacts',
  scopes: 'write',
  effect: 'write',
  cost: costs.deleteBatch,
  handle(people) {
    const names = new Set((readMessage(requestMessage, people.call.body)['resourceNames'] as string[] | undefined) ?? []);
    if (names.size === 0) throw invalidArgument('Request must have at least one resource name.');
    if (names.size > limits.batchDelete) throw invalidArgument(`Request must have at most ${limits.batchDelete} resource names.`);
    const contacts = [...names].map((name) => known(people, name));
    if (people.settings.batchDeleteMissing === 'fail' && contacts.includes(undefined)) throw notFound();
    for (const contact of contacts) if (contact !== undefined) people.book.remove(contact, people.now);
    return {};
  },
});

function known({ book }: PeopleCall, resourceName: string): StoredContact | undefined {
  if (!/^people\/c\d+$/.test(resourceName)) throw notAContact(resourceName);
  return book.find(resourceName);
}
