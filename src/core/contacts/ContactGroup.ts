import { MARK_KEY, markParts } from './Mark';
import type { ClientData } from './Person';

/** A contact group: what people see as a label. Resource names are valid in one account only. */
export interface ContactGroup {
  readonly resourceName: string;
  readonly name: string;
  readonly groupType: 'USER_CONTACT_GROUP' | 'SYSTEM_CONTACT_GROUP';
  readonly memberCount: number;
  readonly marks: readonly GroupMark[];
}

/** Left on a label that Roster creates, so that it is still ours when its owner renames it. */
export interface GroupMark {
  readonly version: 1;
  readonly origin: string;
  readonly sourceUserId: string;
  /** Resource name of the source's label. */
  readonly sourceGroup: string;
}

/** Every contact Roster copies goes here, or it would not show among the person's contacts. */
export const MY_CONTACTS = 'contactGroups/myContacts';

export const groupMarkEntry = (mark: GroupMark): ClientData => ({
  key: MARK_KEY,
  value: ['g1', mark.origin, mark.sourceUserId, mark.sourceGroup].map(encodeURIComponent).join(':'),
});

/** Never throws; entries of other tools and broken ones are left out. */
export const parseGroupMarks = (clientData: unknown): readonly GroupMark[] =>
  Array.isArray(clientData) ? clientData.flatMap((entry) => parseGroupMark(entry) ?? []) : [];

const parseGroupMark = (entry: unknown): GroupMark | undefined => {
  const parts = markParts(entry);
  if (parts?.length !== 4 || parts[0] !== 'g1') return undefined;
  const [, origin = '', sourceUserId = '', sourceGroup = ''] = parts;
  return sourceGroup === '' ? undefined : { version: 1, origin, sourceUserId, sourceGroup };
};
