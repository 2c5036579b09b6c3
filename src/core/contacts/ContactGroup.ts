import { ADOPTED, joinMark, MARK_KEY, markParts } from './Mark';
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
  /** Somebody else made the label, and it was joined: it is never renamed or deleted. */
  readonly adopted?: true;
  /** Name that Roster gave it last, which tells whether its owner renamed it. */
  readonly name?: string;
}

/** Every contact Roster copies goes here, or it would not show among the person's contacts. */
export const MY_CONTACTS = 'contactGroups/myContacts';

export const groupMarkEntry = ({ origin, sourceUserId, sourceGroup, adopted, name }: GroupMark): ClientData => ({
  key: MARK_KEY,
  value: joinMark(['g1', origin, sourceUserId, sourceGroup], [adopted === true ? ADOPTED : '', name ?? '']),
});

/** Never throws; entries of other tools and broken ones are left out. */
export const parseGroupMarks = (clientData: unknown): readonly GroupMark[] =>
  Array.isArray(clientData) ? clientData.flatMap((entry) => parseGroupMark(entry) ?? []) : [];

const parseGroupMark = (entry: unknown): GroupMark | undefined => {
  const parts = markParts(entry);
  if (parts === undefined || parts.length < 4 || parts.length > 6 || parts[0] !== 'g1') return undefined;
  const [, origin = '', sourceUserId = '', sourceGroup = '', adopted = '', name = ''] = parts;
  if (sourceGroup === '' || !['', ADOPTED].includes(adopted)) return undefined;
  return {
    version: 1,
    origin,
    sourceUserId,
    sourceGroup,
    ...(adopted === '' ? {} : { adopted: true as const }),
    ...(name === '' ? {} : { name }),
  };
};
