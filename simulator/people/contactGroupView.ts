import { currentVersion, groupEtag } from './StoredContact';
import type { Item, StoredContactGroup } from './StoredContact';
import type { PeopleCall } from './peopleOperation';
import type { ContactBook } from './ContactBook';

/** What a mask that is absent or empty stands for (https://developers.google.com/people/api/rest/v1/contactGroups/list). */
export const defaultGroupFields = ['metadata', 'groupType', 'memberCount', 'name'];

export function renderGroup(group: StoredContactGroup, mask: ReadonlySet<string>, memberCount: number, members?: readonly string[]): Item {
  return {
    resourceName: group.resourceName,
    ...(group.system ? {} : { etag: groupEtag(group) }),
    ...(mask.has('metadata') && !group.system ? { metadata: { updateTime: new Date(group.updatedAt).toISOString() } } : {}),
    ...(mask.has('groupType') ? { groupType: group.system ? 'SYSTEM_CONTACT_GROUP' : 'USER_CONTACT_GROUP' } : {}),
    ...(mask.has('name') ? { name: group.name, formattedName: group.formattedName } : {}),
    ...(members !== undefined && members.length > 0 ? { memberResourceNames: members } : {}),
    ...(mask.has('memberCount') && memberCount > 0 ? { memberCount } : {}),
    ...(mask.has('clientData') && group.clientData.length > 0 ? { clientData: group.clientData } : {}),
  };
}

export function renderDeletedGroup(group: StoredContactGroup): Item {
  return {
    resourceName: group.resourceName,
    etag: groupEtag(group),
    metadata: { deleted: true, updateTime: new Date(group.updatedAt).toISOString() },
  };
}

/** Members of every group, in one pass. */
export function memberCounts(book: ContactBook): Map<string, number> {
  const counts = new Map<string, number>();
  for (const contact of book.live()) {
    for (const name of currentVersion(contact).groups) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A group that reads show: one made within the lag of reads is not there yet. */
export function readableGroup({ book, now, settings }: PeopleCall, resourceName: string): StoredContactGroup | undefined {
  const group = book.group(resourceName);
  return group === undefined || (!group.system && group.createdAt > now - settings.readLagMs) ? undefined : group;
}
