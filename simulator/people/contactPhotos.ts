import { readFields, readMask } from './fieldMask';
import { costs } from './limits';
import { bytes, message, text, texts } from './messageTypes';
import { invalidArgument, notAContact, notFound } from './peopleErrors';
import { peopleOperation, PERSON, personView } from './peopleOperation';
import type { PeopleCall } from './peopleOperation';
import { readMessage } from './readMessage';
import { parameter, readSources } from './readParameters';
import { renderPerson } from './renderPerson';
import { currentVersion } from './StoredContact';
import type { StoredContact } from './StoredContact';

const requestMessage = message('UpdateContactPhotoRequest', { photoBytes: bytes, personFields: text, sources: texts });

/** https://developers.google.com/people/api/rest/v1/people/updateContactPhoto */
export const updateContactPhoto = peopleOperation({
  id: 'people.updateContactPhoto',
  verb: 'PATCH',
  path: 'v1/{+resourceName}:updateContactPhoto',
  resource: PERSON,
  scopes: 'write',
  effect: 'write',
  cost: costs.photoWrite,
  handle(people) {
    const request = readMessage(requestMessage, people.call.body);
    const photo = Buffer.from(String(request['photoBytes'] ?? ''), 'base64');
    if (!isImage(photo)) throw invalidArgument('Invalid photo format');
    const read = reader(
      people,
      request['personFields'] as string | undefined,
      request['sources'] as unknown[] | undefined,
      'people/updateContactPhoto',
    );
    const contact = contactOf(people);
    people.book.change(contact, { photo: photo.toString('base64') }, people.now);
    return read(contact);
  },
});

/** https://developers.google.com/people/api/rest/v1/people/deleteContactPhoto */
export const deleteContactPhoto = peopleOperation({
  id: 'people.deleteContactPhoto',
  verb: 'DELETE',
  path: 'v1/{+resourceName}:deleteContactPhoto',
  resource: PERSON,
  query: ['personFields', 'sources'],
  scopes: 'write',
  effect: 'write',
  cost: costs.photoWrite,
  handle(people) {
    const read = reader(people, parameter(people.call, 'personFields'), people.call.query['sources'], 'people/deleteContactPhoto');
    const contact = contactOf(people);
    people.book.change(contact, { photo: null }, people.now);
    return read(contact);
  },
});

function contactOf({ book, call }: PeopleCall): StoredContact {
  const resourceName = call.path['resourceName'] ?? '';
  if (!/^people\/c\d+$/.test(resourceName)) throw notAContact(resourceName);
  const contact = book.find(resourceName);
  if (contact === undefined) throw notFound();
  return contact;
}

/** An empty mask skips the read-back. */
function reader(
  people: PeopleCall,
  fields: string | undefined,
  sources: readonly unknown[] | undefined,
  page: string,
): (contact: StoredContact) => object {
  const mask = readMask(fields, { parameter: 'personFields', allowed: readFields, page, whenEmpty: [] });
  const view = personView(people, mask, readSources(sources));
  return (contact) => (mask.size === 0 ? {} : { person: renderPerson(contact, currentVersion(contact), view) });
}

/** JPEG or PNG, by their first bytes. */
function isImage(photo: Buffer): boolean {
  const head = photo.subarray(0, 4).toString('hex');
  return head.startsWith('ffd8ff') || head === '89504e47';
}
