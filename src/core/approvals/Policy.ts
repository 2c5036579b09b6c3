import { parseRecord } from '../base/parseRecord';
import type { GroupRef } from '../users/UserAction';

/** A Security Officer, by Directory id. */
export interface Officer {
  readonly userId: string;
  /** Primary address when Roster last looked it up: for mail and for show, never for deciding who somebody is. */
  readonly email: string;
  /** Milliseconds since the epoch. */
  readonly appointedAt: number;
}

/** S43: somebody without an administrator's rights who may ask; an officer always decides about it. */
export interface Delegate {
  readonly userId: string;
  readonly email: string;
  /** Milliseconds since the epoch; from then on they may not ask. */
  readonly until: number;
}

/** What the settings can let through while it has no risk: contact syncs (`isRisky`) and imports of users (`gateReasons`). */
export const riskyOnlyKinds = ['syncs', 'imports'] as const;
export type RiskyOnly = (typeof riskyOnlyKinds)[number];

/** I19–I21, I29: groups that give access to a service. */
export interface AccessGroups {
  /** Those that imports can put people into and take them out of. */
  readonly accessGroups?: readonly GroupRef[];
  /** Whose members may use Chat; absent: everybody may. */
  readonly chatAccess?: GroupRef;
}

/** Who decides, and how: script property `policy`. Changed by set-up while nobody is appointed, and by settings requests afterwards. */
export interface Policy extends AccessGroups {
  /** Grows with every change: a request that was made under another version is refused. */
  readonly version: number;
  readonly officers: readonly Officer[];
  /** Officers that must approve a request; 1 unless a request changed it. */
  readonly needed: number;
  /** S49: addresses that are told of every change of status, besides the requester. */
  readonly notify: readonly string[];
  readonly delegates: readonly Delegate[];
  /** Of these officers decide only where there is a risk. */
  readonly riskyOnly?: readonly RiskyOnly[];
}

/** A fresh installation: nobody can decide, so nothing can be sent. */
export const noPolicy: Policy = { version: 0, officers: [], needed: 1, notify: [], delegates: [] };

/** With fewer, whoever asks may be the only one who could decide (S39–S41). */
export const fewestOfficers = 2;

/** Our own limits, so that the policy stays below the 9 KB of a property (https://developers.google.com/apps-script/guides/services/quotas). */
export const officerLimit = 20;
/** Their ids stand in the request's entry, which is small. */
export const neededLimit = 5;
export const delegateLimit = 30;
export const notifyLimit = 10;
export const accessGroupLimit = 10;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const listOf = (value: unknown, holds: (one: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && holds(one as Record<string, unknown>));

/** Undefined when the text is no complete record: what cannot be read appoints nobody. */
export const decodePolicy = (text: string): Policy | undefined => {
  const record = parseRecord(text);
  if (record === undefined) return undefined;
  const complete =
    isNumber(record['version']) &&
    isNumber(record['needed']) &&
    Number.isInteger(record['needed']) &&
    record['needed'] >= 1 &&
    record['needed'] <= neededLimit &&
    Array.isArray(record['notify']) &&
    record['notify'].every(isText) &&
    listOf(record['officers'], (one) => isText(one['userId']) && isText(one['email']) && isNumber(one['appointedAt'])) &&
    listOf(record['delegates'], (one) => isText(one['userId']) && isText(one['email']) && isNumber(one['until']));
  return complete ? (record as unknown as Policy) : undefined;
};

/** Follows the last address of an officer whose account is gone: it is nobody's then, whoever gets it next. */
const goneWords = ' (account gone)';

/** The address of an officer as it is to be kept; `current`: as the Directory has it, undefined when the account is gone. */
export const addressToKeep = (known: string, current: string | undefined): string =>
  current ?? (known.endsWith(goneWords) ? known : `${known}${goneWords}`);

/** Whether what this person asks needs an officer only where there is a risk. What a delegate asks always goes to one. */
export const needsRisk = ({ riskyOnly, delegates }: Policy, kind: RiskyOnly, requesterId: string): boolean =>
  riskyOnly?.includes(kind) === true && !delegates.some(({ userId }) => userId === requesterId);

/** The officers who may decide about what this person asks: everybody but themself. */
export const othersThan = (policy: Policy, requesterId: string): readonly Officer[] =>
  policy.officers.filter((officer) => officer.userId !== requesterId);
