import type { ClientData } from './Person';

/** What Roster leaves on a contact it delivers, invisible to people: from the marks the state of a target is rebuilt. */
export interface Mark {
  readonly version: 1;
  /** Id of the run or sync that delivered the contact. */
  readonly origin: string;
  /** Ids of contacts are unique within one account only. */
  readonly sourceUserId: string;
  readonly sourceContactId: string;
  /** Of the fields as they were written. */
  readonly fingerprint: string;
}

/** Key of Roster's entries in `clientData`. Entries with another key belong to other tools. */
export const MARK_KEY = 'roster';

export const markEntry = (mark: Mark): ClientData => ({
  key: MARK_KEY,
  value: [String(mark.version), mark.origin, mark.sourceUserId, mark.sourceContactId, mark.fingerprint].map(encodeURIComponent).join(':'),
});

/** The mark in one entry; undefined when the entry is not ours or cannot be read. Never throws. */
export const parseMark = (entry: unknown): Mark | undefined => {
  const parts = markParts(entry);
  if (parts?.length !== 5 || parts[0] !== '1') return undefined;
  const [, origin = '', sourceUserId = '', sourceContactId = '', fingerprint = ''] = parts;
  if (origin === '' || sourceUserId === '' || sourceContactId === '') return undefined;
  return { version: 1, origin, sourceUserId, sourceContactId, fingerprint };
};

/** All marks of a contact. Two of them: the owner merged two delivered contacts. */
export const parseMarks = (clientData: unknown): readonly Mark[] =>
  Array.isArray(clientData) ? clientData.flatMap((entry) => parseMark(entry) ?? []) : [];

/** The decoded parts of an entry under Roster's key; undefined when it is not ours or broken. */
export const markParts = (entry: unknown): readonly string[] | undefined => {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { key, value } = entry as ClientData;
  if (key !== MARK_KEY || typeof value !== 'string') return undefined;
  try {
    return value.split(':').map(decodeURIComponent);
  } catch {
    return undefined;
  }
};
