import { fail, ok, type Result } from '../base/Result';
import { problem } from '../base/Problem';
import type { Policy } from './Policy';
import type { Action } from '../workflows/Action';
import type { PreApproval } from './PreApproval';
import { preApprovalState } from './preApprovalState';

/** What `covers` needs to know of an intent. */
export interface CoveredIntent {
  readonly requesterId: string;
  readonly workflow: { readonly type: 'onboard' | 'modify' };
  readonly targetIds: readonly string[];
  readonly actions: readonly { readonly kind: Action['kind']; readonly creates: Readonly<Record<string, number>> }[];
  readonly deletions: number;
}

/** Where a target stands now, looked up by the operator: its organizational unit with all above it, its groups, its domain. */
export interface TargetStanding {
  readonly orgUnitIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly domain: string;
}

/** What requests took of a pre-approval's caps of a day. */
export interface UsedCaps {
  readonly targets: number;
  readonly deletions: number;
}

/** Of a record under which nothing was sent today. */
export const unusedCaps: UsedCaps = { targets: 0, deletions: 0 };

export interface CoverFacts {
  readonly policy: Policy;
  readonly standings: Readonly<Record<string, TargetStanding>>;
  /** What other requests used up of its caps today. */
  readonly usedToday: UsedCaps;
}

const shares = (some: readonly string[] | undefined, others: readonly string[]): boolean =>
  some !== undefined && some.some((item) => others.includes(item));

const inScope = (scope: PreApproval['scope'], userId: string, standing: TargetStanding | undefined): boolean =>
  scope.userIds?.includes(userId) === true ||
  (standing !== undefined &&
    (shares(scope.orgUnitIds, standing.orgUnitIds) ||
      shares(scope.groupIds, standing.groupIds) ||
      shares(scope.domains, [standing.domain])));

/** Whether the record stands at all for this person and type of workflow. */
export const stands = (
  record: PreApproval,
  intent: Pick<CoveredIntent, 'requesterId' | 'workflow'>,
  policy: Policy,
  now: number,
): Result<void> => {
  const no = (why: string): Result<void> => fail(problem('preApproval.doesNotCover', { preApproval: record.id, why }));
  if (record.madeBy === record.confirmedBy) return no('notConfirmedByAnother');
  if (record.requesterIds.includes(record.madeBy) || record.requesterIds.includes(record.confirmedBy)) return no('madeForThemself');
  const state = preApprovalState(record, policy, now);
  if (state !== 'valid') return no(state);
  // S43: what a delegate asks always goes to an officer.
  if (policy.delegates.some(({ userId }) => userId === intent.requesterId)) return no('delegate');
  if (!record.requesterIds.includes(intent.requesterId)) return no('requester');
  if (!record.workflowTypes.includes(intent.workflow.type)) return no('workflowType');
  return ok(undefined);
};

/** Whether the day has room for a request with so many targets and deletions. */
export const withinCaps = ({ id, caps }: PreApproval, asked: UsedCaps, used: UsedCaps): Result<void> => {
  const over = (['deletions', 'targets'] as const).find((cap) => asked[cap] > 0 && asked[cap] + used[cap] > caps[cap]);
  return over === undefined ? ok(undefined) : fail(problem('preApproval.doesNotCover', { preApproval: id, why: over, cap: caps[over] }));
};

/** Says whether a pre-approval lets an intent through; the problem says which bound it breaks. Every bound must hold. */
export const covers = (record: PreApproval, intent: CoveredIntent, facts: CoverFacts, now: number): Result<void> => {
  const no = (why: string, data: Record<string, string | number> = {}): Result<void> =>
    fail(problem('preApproval.doesNotCover', { preApproval: record.id, why, ...data }));
  const standing = stands(record, intent, facts.policy, now);
  if (!standing.ok) return standing;
  // What no pre-approval can name, such as the creation of users, always goes to an officer.
  const kinds: readonly string[] = record.actionKinds;
  if (intent.actions.length === 0 || !intent.actions.every((action) => kinds.includes(action.kind))) return no('action');
  const capped = withinCaps(record, { targets: intent.targetIds.length, deletions: intent.deletions }, facts.usedToday);
  if (!capped.ok) return capped;
  const outside = intent.targetIds.filter((userId) => !inScope(record.scope, userId, facts.standings[userId]));
  if (outside.length > 0) return no('scope', { outside: outside.length });
  const copies = intent.actions.filter(({ kind }) => kind === 'copyContacts');
  const tooMany = intent.targetIds.filter(
    (userId) => copies.reduce((sum, action) => sum + (action.creates[userId] ?? 0), 0) > record.caps.contactsPerTarget,
  );
  if (tooMany.length > 0) return no('contactsPerTarget', { cap: record.caps.contactsPerTarget, tooMany: tooMany.length });
  return ok(undefined);
};
