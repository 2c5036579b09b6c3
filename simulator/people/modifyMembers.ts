import { checkJoinable } from './createContacts';
import { limits, costs } from './limits';
import { message, texts } from './messageTypes';
import { invalidArgument, notFound } from './peopleErrors';
import { GROUP, peopleOperation } from './peopleOperation';
import { readMessage } from './readMessage';
import { currentVersion } from './StoredContact';

const requestMessage = message('ModifyContactGroupMembersRequest', { resourceNamesToAdd: texts, resourceNamesToRemove: texts });

/** https://developers.google.com/people/api/rest/v1/contactGroups.members/modify */
export const modifyMembers = peopleOperation({
  id: 'contactGroups.members.modify',
  verb: 'POST',
  path: 'v1/{+resourceName}/members:modify',
  resource: GROUP,
  scopes: 'write',
  effect: 'write',
  cost: costs.groupWrite,
  handle(people) {
    const { book, now } = people;
    const request = readMessage(requestMessage, people.call.body);
    const toAdd = [...new Set((request['resourceNamesToAdd'] as string[] | undefined) ?? [])];
    const toRemove = [...new Set((request['resourceNamesToRemove'] as string[] | undefined) ?? [])];
    if (toAdd.length + toRemove.length > limits.modifiedMembers) {
      throw invalidArgument(`Request must have at most ${limits.modifiedMembers} resource names to add and to remove.`);
    }
    const group = people.call.path['resourceName'] ?? '';
    if (book.group(group) === undefined) throw notFound();
    if (toAdd.length > 0) checkJoinable(people, group);

    const missing = [...toAdd, ...toRemove].filter((name) => book.find(name) === undefined);
    for (const contact of toAdd.flatMap((name) => book.find(name) ?? [])) {
      const { groups } = currentVersion(contact);
      if (!groups.includes(group)) book.change(contact, { groups: [...groups, group] }, now);
    }
    const stuck: string[] = [];
    for (const contact of toRemove.flatMap((name) => book.find(name) ?? [])) {
      const { groups } = currentVersion(contact);
      if (!groups.includes(group)) continue;
      if (groups.length === 1) stuck.push(contact.resourceName);
      else book.change(contact, { groups: groups.filter((name) => name !== group) }, now);
    }
    return {
      ...(missing.length > 0 ? { notFoundResourceNames: missing } : {}),
      ...(stuck.length > 0 ? { canNotRemoveLastContactGroupResourceNames: stuck } : {}),
    };
  },
});
