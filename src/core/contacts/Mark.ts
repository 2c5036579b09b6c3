import type { ClientData } from './Person';

/** What Roster leaves on a contact it delivers, invisible to people: from the marks the state of a target is rebuilt. */
export interface Mark {
  readonly version: 1;
  /** Id of the run or sync that delivered the contact. */
  readonly origin: string;
  /** Ids of contacts are unique within one account only. */
  readonly sourceUserId: string;
  readonly sourceContactId: string;
  /** Of the source's fields as they were delivered. */
  readonly fingerprint: string;
  /** The contact was its owner's before a sync began to write it: it is never deleted. */
  readonly adopted?: true;
  /** `entryPrints` of the same fields, where what the owner adds to them is kept. */
  readonly entries?: string;
}

/** Key of Roster's entries in `clientData`. Entries with another key belong to other tools. */
export const MARK_KEY = 'roster';

export const markEntry = (mark: Mark): ClientData => {
  const { version, origin, sourceUserId, sourceContactId, fingerprint, adopted, entries } = mark;
  const always = [String(version), origin, sourceUserId, sourceContactId, fingerprint];
  return { key: MARK_KEY, value: joinMark(always, [adopted === true ? ADOPTED : '', entries ?? '']) };
};

/** What stands in a mark for "adopted". */
export const ADOPTED = 'a';

/** The text of a mark. What is blank at its end is left out, so that marks from before still read the same. */
export const joinMark = (always: readonly string[], optional: readonly string[]): string => {
  const parts = [...optional];
  while (parts[parts.length - 1] === '') parts.pop();
  return [...always, ...parts].map(encodeURIComponent).join(':');
};

/** The mark in one entry; undefined when the entry is not ours or cannot be read. Never throws. */
export const parseMark = (entry: unknown): Mark | undefined => {
  const parts = markParts(entry);
  if (parts === undefined || parts.length < 5 || parts.length > 7 || parts[0] !== '1') return undefined;
  const [, origin = '', sourceUserId = '', sourceContactId = '', fingerprint = '', adopted = '', entries = ''] = parts;
  if (origin === '' || sourceUserId === '' || sourceContactId === '' || !['', ADOPTED].includes(adopted)) return undefined;
  return {
    version: 1,
    origin,
    sourceUserId,
    sourceContactId,
    fingerprint,
    ...(adopted === '' ? {} : { adopted: true as const }),
    ...(entries === '' ? {} : { entries }),
  };
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
