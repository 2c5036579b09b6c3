import { isActive } from '../../core/directory/isActive';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { noCalls } from '../../core/plan/PlannedCalls';
import { admitsSuspended } from '../../core/workflows/Action';
import { actionOf, type BoundDirectoryAction } from '../../core/workflows/Intent';
import { unpackChanges } from '../../core/users/packChanges';
import { lookAround } from '../apply/lookAround';
import { changeUser } from '../apply/changeUser';
import { planForUser } from '../apply/planForUser';
import { keepersOf } from '../approvals/keepersOf';
import { isAsBound } from '../requests/readPreviewRecord';
import { readPreviews } from '../requests/records';
import type { ActionWork } from './ActionWork';
import { doTask } from './doTask';
import type { RunWork } from './RunWork';

/** S61: makes the changes that the preview named, with the operator's own authorization. */
export const changeWork = (
  { env, installation, ledger, intent, accounts }: RunWork,
  action: number,
  bound: BoundDirectoryAction,
): Result<ActionWork> => {
  const previews = readPreviews(ledger, intent.requestId);
  if (!isAsBound(intent, action, previews)) return fail(problem('run.intentAltered'));
  const packed = new Map(previews.filter((one) => one.action === action).map((one) => [one.targetId, one.contacts]));
  const asked = actionOf(bound);
  const around = doTask(env, () => lookAround(asked, keepersOf(env, installation), { asPreview: false }));
  if (!around.ok) return around;
  const admits = admitsSuspended(intent);
  return ok({
    leavesOut: (user) => (admits || isActive(user) ? undefined : problem('target.suspended', { email: user.primaryEmail })),
    task: (user, takenUp) => {
      const { id } = accounts?.of(user) ?? user;
      return changeUser(() => planForUser(asked, id, around.value), id, unpackChanges(packed.get(user.id) ?? ''), takenUp);
    },
    callsFor: () => noCalls,
  });
};
