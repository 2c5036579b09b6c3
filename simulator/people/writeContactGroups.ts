import { defaultGroupFields, renderGroup } from './contactGroupView';
import { groupFields, readMask } from './fieldMask';
import { costs } from './limits';
import { flag, integer, many, message, one, outputOnly, text, texts } from './messageTypes';
import { groupEtagOutdated, groupNameTaken, invalidArgument, notFound } from './peopleErrors';
import { GROUP, peopleOperation } from './peopleOperation';
import type { PeopleCall } from './peopleOperation';
import { readMessage } from './readMessage';
import type { Json } from './readMessage';
import { booleanParameter } from './readParameters';
import { groupEtag } from './StoredContact';
import type { StoredContactGroup } from './StoredContact';
import { isSystemGroupName } from './systemGroups';

const groupMessage = message('ContactGroup', {
  resourceName: text,
  etag: text,
  name: text,
  clientData: many(message('GroupClientData', { key: text, value: text })),
  formattedName: outputOnly(text),
  groupType: outputOnly(text),
  memberCount: outputOnly(integer),
  memberResourceNames: outputOnly(texts),
  metadata: outputOnly(one(message('ContactGroupMetadata', { deleted: flag, updateTime: text }))),
});

const createMessage = message('CreateContactGroupRequest', { contactGroup: one(groupMessage), readGroupFields: text });
const updateMessage = message('UpdateContactGroupRequest', {
  contactGroup: one(groupMessage),
  readGroupFields: text,
  updateGroupFields: text,
});

/** https://developers.google.com/people/api/rest/v1/contactGroups/create */
export const createContactGroup = peopleOperation({
  id: 'contactGroups.create',
  verb: 'POST',
  path: 'v1/contactGroups',
  scopes: 'write',
  effect: 'write',
  cost: costs.groupWrite,
  handle(people) {
    const request = readMessage(createMessage, people.call.body);
    const sent = (request['contactGroup'] as Json | undefined) ?? {};
    const allowed = groupFields.filter((name) => name !== 'memberCount');
    const mask = readBackMask(request, 'contactGroups/create', allowed);
    const name = checkName(people, sent['name'], undefined);
    const group = people.book.addGroup(name, clientData(sent), people.now);
    return renderGroup(group, mask, 0);
  },
});

/** https://developers.google.com/people/api/rest/v1/contactGroups/update */
export const updateContactGroup = peopleOperation({
  id: 'contactGroups.update',
  verb: 'PUT',
  path: 'v1/{+resourceName}',
  resource: GROUP,
  scopes: 'write',
  effect: 'write',
  cost: costs.groupWrite,
  handle(people) {
    const request = readMessage(updateMessage, people.call.body);
    const sent = (request['contactGroup'] as Json | undefined) ?? {};
    const readBack = readBackMask(request, 'contactGroups/update', groupFields);
    const mask = readMask(request['updateGroupFields'] as string | undefined, {
      parameter: 'updateGroupFields',
      allowed: ['clientData', 'name'],
      page: 'contactGroups/update',
      whenEmpty: ['name'],
    });
    const group = ownGroup(people);
    if (sent['etag'] === undefined || sent['etag'] === '') throw invalidArgument('Request must set contactGroup.etag.');
    if (sent['etag'] !== groupEtag(group)) throw groupEtagOutdated();
    const change = {
      ...(mask.has('name') ? { name: checkName(people, sent['name'], group) } : {}),
      ...(mask.has('clientData') ? { clientData: clientData(sent) } : {}),
    };
    people.book.changeGroup(group, change, people.now);
    return renderGroup(group, readBack, people.book.membersOf(group.resourceName).length);
  },
});

/** https://developers.google.com/people/api/rest/v1/contactGroups/delete */
export const deleteContactGroup = peopleOperation({
  id: 'contactGroups.delete',
  verb: 'DELETE',
  path: 'v1/{+resourceName}',
  resource: GROUP,
  query: ['deleteContacts'],
  scopes: 'write',
  effect: 'write',
  cost: costs.groupWrite,
  handle(people) {
    const withContacts = booleanParameter(people.call, 'deleteContacts');
    const group = ownGroup(people);
    if (withContacts) for (const contact of people.book.membersOf(group.resourceName)) people.book.remove(contact, people.now);
    people.book.removeGroup(group, people.now);
    return {};
  },
});

function ownGroup({ book, call }: PeopleCall): StoredContactGroup {
  const group = book.group(call.path['resourceName'] ?? '');
  if (group === undefined) throw notFound();
  if (group.system) throw invalidArgument('System contact groups cannot be changed.');
  return group;
}

/** Names are unique among the user's groups. */
function checkName({ book, settings }: PeopleCall, name: unknown, self: StoredContactGroup | undefined): string {
  if (typeof name !== 'string' || name.trim() === '') throw invalidArgument('Contact group name must not be empty.');
  const taken = [...book.groups.values()].some((group) => !group.deleted && !group.system && group !== self && group.name === name);
  if (taken || (settings.systemGroupNamesTaken && isSystemGroupName(name))) throw groupNameTaken();
  return name;
}

function clientData(sent: Json): StoredContactGroup['clientData'] {
  return (sent['clientData'] as StoredContactGroup['clientData'] | undefined) ?? [];
}

function readBackMask(request: Json, page: string, allowed: readonly string[]): ReadonlySet<string> {
  const whenEmpty = defaultGroupFields.filter((name) => name !== 'memberCount');
  return readMask(request['readGroupFields'] as string | undefined, { parameter: 'readGroupFields', allowed, page, whenEmpty });
}
