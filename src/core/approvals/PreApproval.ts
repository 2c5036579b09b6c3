import { parseRecord } from '../base/parseRecord';
import type { ActionKind } from '../workflows/actionKinds';

/**
 * A bounded permission in advance: made by one Security Officer, confirmed by another, never for either of them.
 * Written when a settings request is carried out; a fresh installation has none.
 */
export interface PreApproval {
  readonly id: string;
  /** Directory ids. */
  readonly madeBy: string;
  readonly confirmedBy: string;
  readonly requesterIds: readonly string[];
  readonly workflowTypes: readonly ('onboard' | 'modify')[];
  readonly actionKinds: readonly ActionKind['kind'][];
  /** A target is in scope when any list names it. No list, no target. */
  readonly scope: {
    readonly orgUnitIds?: readonly string[];
    readonly groupIds?: readonly string[];
    readonly domains?: readonly string[];
    readonly userIds?: readonly string[];
  };
  readonly caps: {
    /** Targets per day, all requests together. */
    readonly targets: number;
    /** Contacts created per target. */
    readonly contactsPerTarget: number;
    /** Per day, all requests together. */
    readonly deletions: number;
  };
  /** Milliseconds since the epoch; from then on it covers nothing. */
  readonly until: number;
  /** Addresses and names of people and places by id, as the operator looked them up when it was made: for show. */
  readonly labels?: Readonly<Record<string, string>>;
}

const texts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');
const optionalTexts = (value: unknown): boolean => value === undefined || texts(value);
const count = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** Undefined when the text is not a complete record: what cannot be read permits nothing. */
export const decodePreApproval = (text: string): PreApproval | undefined => {
  const record = parseRecord(text);
  if (record === undefined) return undefined;
  const scope = record['scope'] as Record<string, unknown> | null | undefined;
  const caps = record['caps'] as Record<string, unknown> | null | undefined;
  const complete =
    [record['id'], record['madeBy'], record['confirmedBy']].every((item) => typeof item === 'string' && item !== '') &&
    texts(record['requesterIds']) &&
    texts(record['workflowTypes']) &&
    texts(record['actionKinds']) &&
    typeof scope === 'object' &&
    scope !== null &&
    ['orgUnitIds', 'groupIds', 'domains', 'userIds'].every((key) => optionalTexts(scope[key])) &&
    typeof caps === 'object' &&
    caps !== null &&
    ['targets', 'contactsPerTarget', 'deletions'].every((key) => count(caps[key])) &&
    typeof record['until'] === 'number' &&
    (record['labels'] === undefined || (typeof record['labels'] === 'object' && record['labels'] !== null));
  return complete ? (record as unknown as PreApproval) : undefined;
};
