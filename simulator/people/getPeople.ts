import { ApiError } from '../network/ApiError';
import { limits, costs } from './limits';
import { profileOfUser } from './mergedProfile';
import type { Profile } from './mergedProfile';
import { invalidArgument, notFound, statusOf } from './peopleErrors';
import { CONTACTS_READONLY_SCOPE, CONTACTS_SCOPE, peopleOperation, PERSON, personView } from './peopleOperation';
import type { PeopleCall } from './peopleOperation';
import { personFieldsParameter, readSources } from './readParameters';
import { renderPerson } from './renderPerson';
import type { PersonView } from './renderPerson';
import { versionAt } from './StoredContact';
import type { Item } from './StoredContact';

const QUERY = ['personFields', 'requestMask.includeField', 'sources'];

/** https://developers.google.com/people/api/rest/v1/people/get */
export const getPerson = peopleOperation({
  id: 'people.get',
  verb: 'GET',
  path: 'v1/{+resourceName}',
  resource: PERSON,
  query: QUERY,
  scopes: 'get',
  effect: 'read',
  cost: costs.read,
  handle(people) {
    return readPerson(people, people.call.path['resourceName'] ?? '', viewOf(people, 'people/get'));
  },
});

/** https://developers.google.com/people/api/rest/v1/people/getBatchGet */
export const getBatchGet = peopleOperation({
  id: 'people.getBatchGet',
  verb: 'GET',
  path: 'v1/people:batchGet',
  query: [...QUERY, 'resourceNames'],
  scopes: 'get',
  effect: 'read',
  cost: costs.read,
  handle(people) {
    const names = people.call.query['resourceNames'] ?? [];
    const view = viewOf(people, 'people/getBatchGet');
    if (names.length === 0) throw invalidArgument('resourceNames is required.');
    if (names.length > limits.batchGet) throw invalidArgument(`At most ${limits.batchGet} resource names can be requested.`);
    return { responses: names.map((name) => personResponse(name, () => readPerson(people, name, view))) };
  },
});

/** One entry of a batch answer: a person, or why there is none. */
export function personResponse(requestedResourceName: string, read: () => Item): Item {
  try {
    return { httpStatusCode: 200, person: read(), requestedResourceName, status: {} };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { httpStatusCode: error.fields.code, requestedResourceName, status: statusOf(error) };
  }
}

function viewOf(people: PeopleCall, page: string): PersonView {
  const mask = personFieldsParameter(people.call, page, 'required');
  return personView(people, mask, readSources(people.call.query['sources']));
}

function readPerson(people: PeopleCall, resourceName: string, view: PersonView): Item {
  const { world, userId, book, settings, now } = people;
  const id = resourceName === 'people/me' ? userId : /^people\/(\d+)$/.exec(resourceName)?.[1];
  if (id !== undefined) {
    const user = world.directory.userById(id);
    if (user === undefined || user.customerId !== world.directory.customerOf(userId)?.id) throw notFound();
    return renderProfile(profileOfUser(user), view);
  }
  if (!people.scopes.has(CONTACTS_SCOPE) && !people.scopes.has(CONTACTS_READONLY_SCOPE)) {
    throw new ApiError({ code: 403, status: 'PERMISSION_DENIED', message: 'Request had insufficient authentication scopes.' });
  }
  const contact = book.contacts.get(resourceName);
  const version = contact === undefined ? undefined : versionAt(contact, now - settings.readLagMs);
  if (contact === undefined || version === undefined || version.deleted) throw notFound();
  return renderPerson(contact, version, view);
}

function renderProfile(profile: Profile, { mask, sources }: PersonView): Item {
  const person: Record<string, unknown> = { resourceName: profile.resourceName, etag: `%${String(profile.source['etag']).slice(1)}` };
  if (!sources.has('PROFILE')) return person;
  if (mask.has('metadata')) person['metadata'] = { sources: [profile.source], objectType: 'PERSON' };
  for (const [name, items] of Object.entries(profile.fields)) {
    if (mask.has(name)) person[name] = items.map((item) => ({ ...item, metadata: { primary: true, ...(item['metadata'] as Item) } }));
  }
  return person;
}
