import type { Problem } from '../base/Problem';
import { compareText } from '../base/compareText';
import { sha256Hex } from '../base/digest';
import type { NewUser } from '../users/NewUser';
import type { ResolvedTarget, TargetResolution } from './resolveTargets';

/** A user behind a selection, as a list shows it. */
export interface ListedTarget {
  readonly userId: string;
  readonly email: string;
  readonly fullName: string;
  readonly orgUnitPath: string;
  /** What named the user, in words. */
  readonly from: string;
  readonly suspended: boolean;
  /** Another address of the organization that is easily taken for this one. */
  readonly lookAlike?: string;
  /** Who is to be created; absent: the user is there. */
  readonly newUser?: NewUser;
}

/** Where a user stands in a list, counted from 0, and how the list counts them. */
export interface ListPlace {
  readonly userId: string;
  readonly at: number;
  readonly suspended: boolean;
  readonly lookAlike: boolean;
}

/**
 * The head of a target list: its totals, and what binds its parts. A list of many thousands is read part by part; whoever knows
 * the digest of the head can tell of each part whether it is the one that was listed.
 */
export interface TargetListHead {
  readonly total: number;
  readonly suspended: number;
  readonly lookAlikes: number;
  /** What was chosen and is no target; the first of them. */
  readonly problems: readonly Problem[];
  readonly moreProblems: number;
  /** `digest`: SHA-256 of the part's text. `first`: lower-case address of its first user. */
  readonly parts: readonly { readonly digest: string; readonly count: number; readonly first: string }[];
  /** Places of those users that were left out already when the list was asked for. */
  readonly left: readonly ListPlace[];
}

export interface PackedTargetList {
  /** JSON of the head. */
  readonly head: string;
  readonly parts: readonly string[];
}

/** Fits into a cell (50,000 characters) and, in three bytes a character, into a cached value (100 KB). */
const partLength = 30_000;
const problemLimit = 100;
/** Selectors named at one target. */
const namedLimit = 3;

const inWords = (labels: readonly string[]): string =>
  labels.length <= namedLimit ? labels.join(', ') : `${labels.slice(0, namedLimit).join(', ')} and ${labels.length - namedLimit} more`;

type Line = readonly [
  id: string,
  email: string,
  name: string,
  unit: string,
  from: string,
  suspended: 0 | 1,
  lookAlike?: string,
  newUser?: Pick<NewUser, 'fields' | 'groups'>,
];

const lineOf = ({ user, from, suspended, lookAlike, newUser }: ResolvedTarget): Line => {
  const line = [user.id, user.primaryEmail, user.fullName, user.orgUnitPath, inWords(from), suspended ? 1 : 0] as const;
  if (newUser !== undefined) return [...line, lookAlike ?? '', { fields: newUser.fields, groups: newUser.groups }];
  return lookAlike === undefined ? line : [...line, lookAlike];
};

/** The list as text, by address, in parts of bounded length. `excludedUserIds` stay in it; the head says where. */
export const packTargetList = (resolution: TargetResolution, excludedUserIds: readonly string[]): PackedTargetList => {
  const keyed = resolution.targets.map((target) => ({ key: target.user.primaryEmail.toLowerCase(), target }));
  keyed.sort((one, other) => compareText(one.key, other.key));
  const excluded = new Set(excludedUserIds);
  const left: ListPlace[] = [];
  const parts: { readonly first: string; lines: string[]; length: number }[] = [];
  keyed.forEach(({ key, target }, at) => {
    const line = JSON.stringify(lineOf(target));
    const last = parts[parts.length - 1];
    if (last === undefined || last.length + line.length + 1 > partLength)
      parts.push({ first: key, lines: [line], length: line.length + 2 });
    else {
      last.lines.push(line);
      last.length += line.length + 1;
    }
    if (excluded.has(target.user.id)) {
      left.push({ userId: target.user.id, at, suspended: target.suspended, lookAlike: target.lookAlike !== undefined });
    }
  });
  const texts = parts.map((part) => `[${part.lines.join(',')}]`);
  const head: TargetListHead = {
    total: keyed.length,
    suspended: keyed.filter(({ target }) => target.suspended).length,
    lookAlikes: keyed.filter(({ target }) => target.lookAlike !== undefined).length,
    problems: resolution.problems.slice(0, problemLimit),
    moreProblems: Math.max(0, resolution.problems.length - problemLimit),
    parts: parts.map((part, index) => ({ digest: sha256Hex(texts[index] ?? ''), count: part.lines.length, first: part.first })),
    left,
  };
  return { head: JSON.stringify(head), parts: texts };
};

/** Give it only text whose digest was checked. */
export const readListHead = (text: string): TargetListHead => JSON.parse(text) as TargetListHead;

/** The users of one part, in order. Give it only text whose digest was checked. */
export const readListPart = (text: string): ListedTarget[] =>
  (JSON.parse(text) as Line[]).map(([userId, email, fullName, orgUnitPath, from, suspended, lookAlike = '', newUser]) => ({
    userId,
    email,
    fullName,
    orgUnitPath,
    from,
    suspended: suspended === 1,
    ...(lookAlike === '' ? {} : { lookAlike }),
    ...(newUser === undefined ? {} : { newUser: { ...newUser, email, orgUnitPath } }),
  }));

/** Where these users stand in a list whose parts are all at hand; who is not in it is left out. */
export const placesIn = (parts: readonly string[], userIds: readonly string[]): ListPlace[] => {
  const wanted = new Set(userIds);
  return parts
    .flatMap(readListPart)
    .flatMap(({ userId, suspended, lookAlike }, at) =>
      wanted.has(userId) ? [{ userId, at, suspended, lookAlike: lookAlike !== undefined }] : [],
    );
};
