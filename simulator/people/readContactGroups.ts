import { defaultGroupFields, memberCounts, readableGroup, renderDeletedGroup, renderGroup } from './contactGroupView';
import { groupFields, readMask } from './fieldMask';
import { limits, costs } from './limits';
import { nextSyncToken, pageOf, syncTokenOf } from './listTokens';
import type { SyncToken } from './listTokens';
import { invalidArgument, notFound, statusOf } from './peopleErrors';
import { GROUP, peopleOperation } from './peopleOperation';
import type { PeopleCall } from './peopleOperation';
import { integerParameter, pageSizeParameter, parameter } from './readParameters';
import type { Item, StoredContactGroup } from './StoredContact';

const LIST_QUERY = ['groupFields', 'pageSize', 'pageToken', 'syncToken'];

/** https://developers.google.com/people/api/rest/v1/contactGroups/list */
export const listContactGroups = peopleOperation({
  id: 'contactGroups.list',
  verb: 'GET',
  path: 'v1/contactGroups',
  query: LIST_QUERY,
  scopes: 'read',
  effect: 'read',
  cost: costs.groupRead,
  handle(people) {
    const { call, book, settings } = people;
    const mask = maskOf(people, 'contactGroups/list');
    const pageSize = pageSizeParameter(call, limits.groupsPageSize);
    const since = syncTokenOf(call, LIST_QUERY);
    const counts = memberCounts(book);
    const page = pageOf(book, call, LIST_QUERY, pageSize, () => groupNames(people, since));
    const contactGroups = page.resourceNames.flatMap((name) => {
      const group = book.groups.get(name);
      if (group === undefined || (group.deleted && since === undefined)) return [];
      return [group.deleted ? renderDeletedGroup(group) : renderGroup(group, mask, counts.get(name) ?? 0)];
    });
    return {
      ...(contactGroups.length > 0 ? { contactGroups } : {}),
      totalItems: page.listing.resourceNames.length,
      ...(page.nextPageToken === undefined
        ? { nextSyncToken: nextSyncToken(call, LIST_QUERY, since, page.listing.startedAt, settings) }
        : { nextPageToken: page.nextPageToken }),
    };
  },
});

/** https://developers.google.com/people/api/rest/v1/contactGroups/get */
export const getContactGroup = peopleOperation({
  id: 'contactGroups.get',
  verb: 'GET',
  path: 'v1/{+resourceName}',
  resource: GROUP,
  query: ['groupFields', 'maxMembers'],
  scopes: 'read',
  effect: 'read',
  cost: costs.groupRead,
  handle(people) {
    const mask = maskOf(people, 'contactGroups/get');
    const max = maxMembers(people);
    const group = readableGroup(people, people.call.path['resourceName'] ?? '');
    if (group === undefined) throw notFound();
    return withMembers(people, group, mask, max);
  },
});

/** https://developers.google.com/people/api/rest/v1/contactGroups/batchGet */
export const batchGetContactGroups = peopleOperation({
  id: 'contactGroups.batchGet',
  verb: 'GET',
  path: 'v1/contactGroups:batchGet',
  query: ['groupFields', 'maxMembers', 'resourceNames'],
  scopes: 'read',
  effect: 'read',
  cost: costs.groupRead,
  handle(people) {
    const names = people.call.query['resourceNames'] ?? [];
    const mask = maskOf(people, 'contactGroups/batchGet');
    const max = maxMembers(people);
    if (names.length === 0) throw invalidArgument('resourceNames is required.');
    if (names.length > limits.groupsBatchGet) throw invalidArgument(`At most ${limits.groupsBatchGet} resource names can be requested.`);
    return {
      responses: names.map((requestedResourceName) => {
        const group = readableGroup(people, requestedResourceName);
        if (group === undefined) return { requestedResourceName, status: statusOf(notFound()) };
        return { contactGroup: withMembers(people, group, mask, max), requestedResourceName, status: {} };
      }),
    };
  },
});

function maskOf(people: PeopleCall, page: string): ReadonlySet<string> {
  return readMask(parameter(people.call, 'groupFields'), {
    parameter: 'groupFields',
    allowed: groupFields,
    page,
    whenEmpty: defaultGroupFields,
  });
}

function maxMembers(people: PeopleCall): number {
  const max = integerParameter(people.call, 'maxMembers') ?? 0;
  if (max < 0) throw invalidArgument('maxMembers must not be negative.');
  return max;
}

function withMembers({ book }: PeopleCall, group: StoredContactGroup, mask: ReadonlySet<string>, max: number): Item {
  const members = book.membersOf(group.resourceName).map((contact) => contact.resourceName);
  return renderGroup(group, mask, members.length, members.slice(0, max));
}

/** A full listing begins with the system groups; an incremental one holds what changed and what is gone. */
function groupNames(people: PeopleCall, since: SyncToken | undefined): string[] {
  const { book, now, settings } = people;
  if (since === undefined) {
    return [...book.groups.keys()].filter((name) => readableGroup(people, name) !== undefined);
  }
  const changed = [...book.groups.values()].filter(
    ({ system, updatedAt }) => !system && updatedAt > since.seenUntil && updatedAt <= now - settings.syncLagMs,
  );
  return changed.map((group) => group.resourceName);
}
