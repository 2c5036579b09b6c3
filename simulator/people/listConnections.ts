import { limits, costs } from './limits';
import { nextSyncToken, pageOf, syncTokenOf } from './listTokens';
import type { SyncToken } from './listTokens';
import { displayedName } from './nameForms';
import { invalidArgument } from './peopleErrors';
import { peopleOperation, PERSON, personView } from './peopleOperation';
import type { PeopleCall } from './peopleOperation';
import { booleanParameter, enumParameter, pageSizeParameter, parameter, personFieldsParameter, readSources } from './readParameters';
import { renderDeleted, renderPerson } from './renderPerson';
import type { PersonView } from './renderPerson';
import { versionAt } from './StoredContact';
import type { ContactVersion, Item, StoredContact } from './StoredContact';

const QUERY = [
  'pageSize',
  'pageToken',
  'personFields',
  'requestMask.includeField',
  'requestSyncToken',
  'sortOrder',
  'sources',
  'syncToken',
];
const SORT_ORDERS = ['LAST_MODIFIED_ASCENDING', 'LAST_MODIFIED_DESCENDING', 'FIRST_NAME_ASCENDING', 'LAST_NAME_ASCENDING'];

/** https://developers.google.com/people/api/rest/v1/people.connections/list */
export const listConnections = peopleOperation({
  id: 'people.connections.list',
  verb: 'GET',
  path: 'v1/{+resourceName}/connections',
  resource: PERSON,
  query: QUERY,
  scopes: 'read',
  effect: 'read',
  cost: costs.read,
  handle(people) {
    const { call, book, settings } = people;
    const mask = personFieldsParameter(call, 'people.connections/list', 'required');
    const sources = readSources(call.query['sources']);
    const pageSize = pageSizeParameter(call, limits.connectionsPageSize);
    const order = enumParameter(call, 'sortOrder', 'ListConnectionsRequest.SortOrder', SORT_ORDERS) ?? 'LAST_MODIFIED_ASCENDING';
    if (call.path['resourceName'] !== 'people/me') throw invalidArgument('Resource name is not valid: only people/me has connections.');
    const since = syncTokenOf(call, QUERY);
    const wantsToken = booleanParameter(call, 'requestSyncToken') || since !== undefined;
    if (wantsToken && since === undefined && !parameter(call, 'pageToken')) {
      people.world.people.meter.charge({ fullSyncs: 1 }, people, settings.quotas, people.now);
    }
    const view = { ...personView(people, mask, sources), listed: true, incremental: since !== undefined };
    const page = pageOf(book, call, QUERY, pageSize, () => entries(people, since, order, view));
    const connections = page.resourceNames.flatMap((name) => connection(people, name, since, view));
    return {
      ...(connections.length > 0 ? { connections } : {}),
      ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
      ...(wantsToken && page.nextPageToken === undefined
        ? { nextSyncToken: nextSyncToken(call, QUERY, since, page.listing.startedAt, settings) }
        : {}),
      totalPeople: page.listing.resourceNames.length,
      totalItems: page.listing.resourceNames.length,
    };
  },
});

/** Names of what the listing shows, in its order. */
function entries(people: PeopleCall, since: SyncToken | undefined, order: string, view: PersonView): string[] {
  const seen = [...people.book.contacts.values()].flatMap((contact) => {
    const version = visible(people, contact, since);
    return version !== undefined && isShown(version, since, view) ? [{ contact, version, key: sortKey(version, order) }] : [];
  });
  const direction = order === 'LAST_MODIFIED_DESCENDING' ? -1 : 1;
  seen.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.version.sequence - b.version.sequence) * direction);
  return seen.map(({ contact }) => contact.resourceName);
}

function connection(people: PeopleCall, resourceName: string, since: SyncToken | undefined, view: PersonView): Item[] {
  const contact = people.book.contacts.get(resourceName);
  const version = contact === undefined ? undefined : visible(people, contact, since);
  if (contact === undefined || version === undefined) return [];
  if (!version.deleted) return [renderPerson(contact, version, view)];
  return since === undefined ? [] : [renderDeleted(contact, version)];
}

function visible({ now, settings }: PeopleCall, contact: StoredContact, since: SyncToken | undefined): ContactVersion | undefined {
  return versionAt(contact, now - (since === undefined ? settings.readLagMs : settings.syncLagMs));
}

function isShown(version: ContactVersion, since: SyncToken | undefined, view: PersonView): boolean {
  if (since !== undefined) return version.at > since.seenUntil;
  if (version.deleted) return false;
  return view.sources.has('CONTACT') || view.profileOf?.(version) !== undefined;
}

function sortKey(version: ContactVersion, order: string): string | number {
  if (order.startsWith('LAST_MODIFIED')) return version.at;
  const name = displayedName(version.fields['names']?.[0] ?? {});
  return String(name[order === 'FIRST_NAME_ASCENDING' ? 'displayName' : 'displayNameLastFirst'] ?? '').toLowerCase();
}
