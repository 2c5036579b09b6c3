import { ApiError } from '../network/ApiError';
import type { ContactChange } from './ContactBook';
import { checkJoinable } from './createContacts';
import { readBatchMask, readFields, readMask, updateFields } from './fieldMask';
import { personResponse } from './getPeople';
import { limits, costs } from './limits';
import { mapOf, message, text, texts } from './messageTypes';
import { checkSize, normalizePerson, sentGroups } from './normalizePerson';
import { etagDifferent, etagMissing, invalidArgument, notAContact, notFound, statusOf } from './peopleErrors';
import { peopleOperation, PERSON, personView } from './peopleOperation';
import type { PeopleCall } from './peopleOperation';
import { personMessage } from './personMessage';
import { readMessage } from './readMessage';
import type { Json } from './readMessage';
import { parameter, personFieldsParameter, readSources } from './readParameters';
import { renderPerson } from './renderPerson';
import { currentVersion, personEtag, sourceEtag } from './StoredContact';
import type { StoredContact } from './StoredContact';

/** https://developers.google.com/people/api/rest/v1/people/updateContact */
export const updateContact = peopleOperation({
  id: 'people.updateContact',
  verb: 'PATCH',
  path: 'v1/{+resourceName}:updateContact',
  resource: PERSON,
  query: ['personFields', 'sources', 'updatePersonFields'],
  scopes: 'write',
  effect: 'write',
  cost: costs.writeOne,
  handle(people) {
    const { call } = people;
    const view = personView(people, personFieldsParameter(call, 'people/updateContact', readFields), readSources(call.query['sources']));
    const mask = updateMask(parameter(call, 'updatePersonFields'), 'updatePersonFields', 'people/updateContact');
    const person = readMessage(personMessage, call.body, 'person');
    const prepared = prepare(people, call.path['resourceName'] ?? '', person, mask);
    apply(people, [prepared]);
    return renderPerson(prepared.contact, currentVersion(prepared.contact), view);
  },
});

const requestMessage = message('BatchUpdateContactsRequest', {
  contacts: mapOf(personMessage),
  updateMask: text,
  readMask: text,
  sources: texts,
});

/** https://developers.google.com/people/api/rest/v1/people/batchUpdateContacts */
export const batchUpdateContacts = peopleOperation({
  id: 'people.batchUpdateContacts',
  verb: 'POST',
  path: 'v1/people:batchUpdateContacts',
  scopes: 'write',
  effect: 'write',
  cost: costs.writeBatch,
  handle(people) {
    const request = readMessage(requestMessage, people.call.body);
    const contacts = Object.entries((request['contacts'] as Record<string, Json> | undefined) ?? {});
    const mask = updateMask(request['updateMask'] as string | undefined, 'updateMask', 'people/batchUpdateContacts');
    const readBack = readBatchMask(request['readMask'], 'people/batchUpdateContacts');
    const sources = readSources(request['sources'] as unknown[] | undefined);
    if (contacts.length === 0) throw invalidArgument('Request must have at least one contact.');
    if (contacts.length > limits.batchUpdate) throw invalidArgument(`Request must have at most ${limits.batchUpdate} contacts.`);
    const prepared = prepareAll(people, contacts, mask);
    apply(people, prepared);
    if (readBack === undefined) return {};
    const view = personView(people, readBack, sources);
    const results = prepared.map(({ contact }) => [
      contact.resourceName,
      personResponse(contact.resourceName, () => renderPerson(contact, currentVersion(contact), view)),
    ]);
    return { updateResult: Object.fromEntries(results) as object };
  },
});

interface Prepared {
  readonly contact: StoredContact;
  readonly change: ContactChange;
}

function updateMask(value: string | undefined, name: string, page: string): ReadonlySet<string> {
  return readMask(value, { parameter: name, allowed: updateFields, page, whenEmpty: 'required' });
}

/** All or nothing, like batchCreateContacts; errors are named by resource name. */
function prepareAll(people: PeopleCall, contacts: readonly (readonly [string, Json])[], mask: ReadonlySet<string>): Prepared[] {
  const prepared: Prepared[] = [];
  const errors: Record<string, ApiError> = {};
  for (const [resourceName, person] of contacts) {
    try {
      prepared.push(prepare(people, resourceName, person, mask));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors[resourceName] = error;
    }
  }
  const first = Object.values(errors)[0];
  if (first === undefined) return prepared;
  const type = 'type.googleapis.com/google.people.v1.BatchUpdateContactsErrorDetails';
  const contactErrors = Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, statusOf(error)]));
  const alike = Object.values(errors).every((error) => error.fields.status === first.fields.status);
  const outer = alike ? first.fields : invalidArgument('Request contains an invalid argument.').fields;
  throw new ApiError({ code: outer.code, status: outer.status, message: outer.message, details: [{ '@type': type, contactErrors }] });
}

function prepare(people: PeopleCall, resourceName: string, person: Json, mask: ReadonlySet<string>): Prepared {
  if (!/^people\/c\d+$/.test(resourceName)) throw notAContact(resourceName);
  const contact = people.book.find(resourceName);
  if (contact === undefined) throw notFound();
  checkEtag(contact, person, people.settings.personEtag === 'accepted');
  const version = currentVersion(contact);
  const kept = Object.entries(version.fields).filter(([name]) => !mask.has(name));
  const fields = { ...Object.fromEntries(kept), ...normalizePerson(person, [...mask]) };
  checkSize(fields);
  if (!mask.has('memberships')) return { contact, change: { fields } };
  const groups = sentGroups(person);
  if (groups.length === 0) throw invalidArgument('Contact must have at least one contact group membership.');
  for (const name of groups) if (!version.groups.includes(name)) checkJoinable(people, name);
  return { contact, change: { fields, groups } };
}

/** The person must carry the etag of its CONTACT source, in `metadata.sources` or, by a setting, as its own. */
function checkEtag(contact: StoredContact, person: Json, ownIsEnough: boolean): void {
  const version = currentVersion(contact);
  const sources = ((person['metadata'] as Json | undefined)?.['sources'] as Json[] | undefined) ?? [];
  const ofContact = sources.find((source) => source['type'] === 'CONTACT')?.['etag'];
  const sent = ofContact ?? (ownIsEnough ? person['etag'] : undefined);
  if (sent === undefined || sent === '') throw etagMissing();
  if (sent !== sourceEtag(contact, version) && sent !== personEtag(contact, version)) throw etagDifferent();
}

function apply({ book, world, settings, userId, now }: PeopleCall, prepared: readonly Prepared[]): void {
  world.people.meter.chargeAccount(userId, prepared.length, settings.quotas, now);
  for (const { contact, change } of prepared) book.change(contact, change, now);
}
