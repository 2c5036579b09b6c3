import type { StoredContactGroup } from './StoredContact';

/** Names of Google's system groups, and how they are shown in English (https://developers.google.com/people/api/rest/v1/contactGroups). */
const NAMES: readonly (readonly [name: string, formattedName: string])[] = [
  ['myContacts', 'My Contacts'],
  ['starred', 'Starred'],
  ['friends', 'Friends'],
  ['family', 'Family'],
  ['coworkers', 'Coworkers'],
  ['blocked', 'Blocked'],
  ['chatBuddies', 'Chat contacts'],
  ['all', 'All Contacts'],
];

export const MY_CONTACTS = 'contactGroups/myContacts';

/** The only system groups that contacts can be added to (https://developers.google.com/people/api/rest/v1/contactGroups.members/modify). */
export const OPEN_SYSTEM_GROUPS: readonly string[] = [MY_CONTACTS, 'contactGroups/starred'];

export function systemGroups(): StoredContactGroup[] {
  return NAMES.map(([name, formattedName]) => ({
    resourceName: `contactGroups/${name}`,
    system: true,
    name,
    formattedName,
    clientData: [],
    createdAt: 0,
    updatedAt: 0,
    sequence: 0,
    deleted: false,
  }));
}

export function isSystemGroupName(name: string): boolean {
  return NAMES.some((names) => names.includes(name));
}
