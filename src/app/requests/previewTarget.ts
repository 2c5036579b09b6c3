import { problem, type Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { estimate, estimateChanges, type TargetEffort } from '../../core/plan/estimate';
import { packSkips } from '../../core/plan/packSkips';
import { describePlan, noSkips, type ChangeCounts, type PlanCounts, type PlannedGroup, type TargetPlan } from '../../core/plan/TargetPlan';
import { describeLeft } from '../../core/undo/describeLeft';
import { packChanges } from '../../core/users/packChanges';
import { searchesOf, writesOf } from '../../core/users/writesOf';
import type { Task } from '../../google/Call';
import type { PlannedChanges } from '../apply/planForUser';
import { planForTarget, type CopyRun } from '../apply/copyToTarget';

/** What one action would do at one target: no contents. */
export interface TargetPreview extends TargetEffort {
  readonly action: number;
  readonly targetId: string;
  /** Contacts to create or to remove, or changes to make; of a sync everything that it writes. */
  readonly creates: number;
  /** Of a directory action: what is as it asks for already. */
  readonly alreadySo?: number;
  /** Of a removal or an undo: what stays because somebody changed it since, or for another reason, and the words for it. */
  readonly kept?: number;
  readonly keeps?: readonly string[];
  /** Of a sync: what it writes, by kind, and what is to be remembered (`SyncMemory.putBack`). */
  readonly counts?: ChangeCounts;
  readonly putBack?: string;
  readonly skips: PlanCounts['skips'];
  /**
   * What becomes of each contact of the source (`packSkips`), along the source's record; of a removal what it deletes (`packRemoval`);
   * of a directory action its changes (`packChanges`), of a sync all of it (`packSync`). Blank when nothing will be done.
   */
  readonly contacts: string;
  /** The label at the target. */
  readonly label: PlannedGroup['kind'];
  /** Why nothing will be copied to it; then all counts are 0. */
  readonly problem?: Problem;
  /** What may go wrong at it. */
  readonly warning?: Problem;
}

/** A preview in which nothing is done. */
export const refusedPreview = (action: number, targetId: string, problem?: Problem): TargetPreview => ({
  action,
  targetId,
  creates: 0,
  skips: noSkips,
  contacts: '',
  label: 'none',
  reads: 0,
  writes: 0,
  tokens: 0,
  dailyContactWrites: 0,
  seconds: 0,
  slices: 0,
  verifyReads: 0,
  ...(problem === undefined ? {} : { problem }),
});

/** Plans for a target with the function that the run uses. `sourceIds`: in the order of the source's record. */
export function* previewTarget(
  run: CopyRun,
  action: number,
  user: DirectoryUser,
  sourceIds: readonly string[],
): Task<Result<TargetPreview>> {
  const planned = yield* planForTarget(run, user);
  if (!planned.ok) return planned;
  return ok(previewOfPlan(run, action, planned.value, sourceIds));
}

export const previewOfPlan = (run: CopyRun, action: number, plan: TargetPlan, sourceIds: readonly string[]): TargetPreview => {
  const { creates, skips } = describePlan(plan);
  const effort = estimate(plan, { ...run, withLabel: run.action.createLabel });
  const warning = plan.warning === undefined ? {} : { warning: plan.warning };
  const contacts = packSkips(sourceIds, plan.skips);
  return { action, targetId: plan.targetId, creates, skips, contacts, label: plan.group.kind, ...effort, ...warning };
};

/** The changes of a user, planned with the function that the run uses. `keepers`: who decides about requests and carries them out. */
export function* previewChanges(
  plan: Task<Result<PlannedChanges>>,
  action: number,
  user: DirectoryUser,
  keepers: ReadonlySet<string>,
): Task<Result<TargetPreview>> {
  const planned = yield* plan;
  if (!planned.ok) return planned;
  const { record, changes, alreadySo, lookUps, left } = planned.value;
  const holdsRights = user.isAdmin || user.isDelegatedAdmin || keepers.has(user.id);
  return ok({
    ...refusedPreview(action, user.id),
    ...(changes.length > 0 && holdsRights ? { warning: problem('user.holdsRights') } : {}),
    creates: changes.length,
    alreadySo,
    ...(left === undefined ? {} : { kept: left.length, keeps: left.map(describeLeft) }),
    contacts: packChanges(changes),
    ...estimateChanges(lookUps + searchesOf(changes), writesOf(record, changes)),
  });
}
