import { canonicalJson } from '../base/canonicalJson';
import { compareText } from '../base/compareText';
import { sha256Hex } from '../base/digest';
import { parseRecord } from '../base/parseRecord';
import { problem, type Problem } from '../base/Problem';
import { selectorKey, type TargetSelection } from '../directory/TargetSelection';
import type { NightCounts } from './NightCounts';
import type { Sync } from './Sync';

/** Most that one night of a sync may do without anybody deciding. */
export type NightCaps = Pick<NightCounts, 'creates' | 'deletes' | 'growth' | 'shrinkage'>;

const capNames = ['creates', 'deletes', 'growth', 'shrinkage'] as const satisfies readonly (keyof NightCaps)[];

/** What the officers approved once for all nights: the rule, how much, and until when. */
export interface StandingApproval {
  readonly syncId: string;
  /** `ruleDigest` of the sync as it was approved. */
  readonly rule: string;
  readonly caps: NightCaps;
  /** Renewal date in milliseconds since the epoch; from then on it covers nothing. */
  readonly until: number;
  /** Request by which it was asked for, and Directory ids of the officers who approved it; nobody where the policy asks for none. */
  readonly requestId: string;
  readonly approvedBy: readonly string[];
}

const boundSelection = ({ selectors, excludedUserIds }: TargetSelection): unknown => ({
  selectors: selectors.map(selectorKey).sort(compareText),
  excluded: [...excludedUserIds].sort(compareText),
});

/** What is bound: everything that decides what is written where. Name, description, schedule and what is for show may change. */
export const ruleDigest = (sync: Sync): string => {
  const {
    id,
    source,
    targetGroupName,
    myContacts,
    leaveOut,
    drift,
    leavers,
    suspended,
    guard,
    existingLabel,
    existingContacts,
    destinations,
  } = sync;
  const bound = {
    id,
    source:
      source.kind === 'personal'
        ? { kind: source.kind, userId: source.userId, group: source.group.resourceName }
        : { kind: source.kind, users: boundSelection(source.users), includeHidden: source.includeHidden === true },
    targetGroupName: targetGroupName.trim(),
    myContacts,
    leaveOut,
    mode: drift.mode,
    leavers,
    suspended,
    guard,
    existingLabel,
    existingContacts,
    destinations: boundSelection(destinations),
  };
  return sha256Hex(canonicalJson(bound));
};

const words: Readonly<Record<keyof NightCaps, string>> = {
  creates: 'new contacts',
  deletes: 'deletions',
  growth: 'new destinations',
  shrinkage: 'destinations fewer',
};

/** Why a night must hold and ask; none: it is within what was approved. `officers`: Directory ids of those who are appointed now. */
export const judgeStanding = (
  approval: StandingApproval | undefined,
  sync: Sync,
  night: NightCounts,
  officers: readonly string[],
  now: number,
  allowed: Partial<NightCaps> = {},
): Problem[] => {
  if (approval === undefined || approval.syncId !== sync.id) return [problem('sync.approvalMissing')];
  if (now >= approval.until) return [problem('sync.approvalEnded')];
  if (!approval.approvedBy.every((id) => officers.includes(id))) return [problem('sync.approvalVoid')];
  if (approval.rule !== ruleDigest(sync)) return [problem('sync.ruleChanged')];
  return capNames.flatMap((name) => {
    const cap = Math.max(approval.caps[name], allowed[name] ?? 0);
    return night[name] > cap ? [problem('sync.beyondCap', { of: words[name], planned: night[name], cap })] : [];
  });
};

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** Undefined when the text is no complete record: what cannot be read permits nothing. */
export const decodeStandingApproval = (text: string | undefined): StandingApproval | undefined => {
  const record = parseRecord(text);
  if (record === undefined) return undefined;
  const { syncId, rule, caps, until, requestId, approvedBy } = record;
  const complete =
    [syncId, rule, requestId].every((one) => typeof one === 'string' && one !== '') &&
    typeof caps === 'object' &&
    caps !== null &&
    capNames.every((name) => isCount((caps as Record<string, unknown>)[name])) &&
    Number.isFinite(until) &&
    Array.isArray(approvedBy) &&
    approvedBy.every((one) => typeof one === 'string' && one !== '');
  return complete ? (record as unknown as StandingApproval) : undefined;
};
