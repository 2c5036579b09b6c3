import { digest } from '../../core/base/digest';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { NightCounts } from '../../core/sync/NightCounts';
import { judgeStanding } from '../../core/sync/StandingApproval';
import { standsAlone, type SyncContactsAction } from '../../core/sync/SyncContactsAction';
import { isSync } from '../../core/workflows/Action';
import type { Intent } from '../../core/workflows/Intent';
import { checkLetThrough } from '../approvals/checkLetThrough';
import { readPolicy } from '../approvals/policyStore';
import type { Environment, Tables } from '../Environment';
import type { TargetPreview } from '../requests/previewTarget';
import { getSync, readStanding, readSyncLedger } from './syncStore';

/** What a run of a sync comes to, as its preview says. */
export const nightCounts = ({ growth, shrinkage }: SyncContactsAction, previews: readonly TargetPreview[]): NightCounts => {
  const sum = (read: (counts: NonNullable<TargetPreview['counts']>) => number): number =>
    previews.reduce((total, { counts }) => total + (counts === undefined ? 0 : read(counts)), 0);
  return {
    creates: sum(({ creates }) => creates),
    updates: sum(({ updates, adopts }) => updates + adopts),
    deletes: sum(({ deletes }) => deletes),
    growth,
    shrinkage,
  };
};

/**
 * Digest of the standing approval that lets a run of a sync through, or why it does not. Looked at when it is previewed, and when it
 * begins.
 */
export const findStanding = (
  env: Environment,
  ledger: Tables,
  intent: Pick<Intent, 'requestId' | 'actions' | 'requesterId'>,
): Result<string> => {
  const bound = intent.actions.find(isSync);
  if (bound === undefined || !standsAlone(bound.purpose)) return fail(problem('sync.approvalMissing'));
  const entry = getSync(env, bound.sync.id);
  if (!entry.ok) return entry;
  const officers = readPolicy(env).officers.map(({ userId }) => userId);
  // A first fill, or what follows an edit, is larger than a night; how much of it was approved, and contracts leave a tenth more.
  const { approved } = readSyncLedger(ledger, entry.value.id);
  const more = (count: number): number => Math.ceil(count * 1.1);
  const allowed =
    approved === undefined
      ? {}
      : {
          creates: more(approved.creates),
          deletes: more(approved.deletes),
          growth: more(approved.growth),
          shrinkage: more(approved.shrinkage),
        };
  const standing = readStanding(ledger, entry.value);
  const [objection] = judgeStanding(standing, bound.sync, bound.counts, officers, env.now(), allowed);
  if (objection !== undefined || standing === undefined) return fail(objection ?? problem('sync.approvalMissing'));
  const counts = standing.approvedBy.length > 0 ? ok(undefined) : checkLetThrough(env, ledger, intent, 'runs');
  return counts.ok ? ok(digest(standing)) : counts;
};
