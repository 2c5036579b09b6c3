import { noCalls } from '../../core/plan/PlannedCalls';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { unpackChanges } from '../../core/users/packChanges';
import type { BoundUndo } from '../../core/workflows/Intent';
import { changeUser } from '../apply/changeUser';
import { isAsBound } from '../requests/readPreviewRecord';
import { readPreviews } from '../requests/records';
import { openUndo } from '../undo/openUndo';
import { planUndoForUser } from '../undo/planUndoForUser';
import type { ActionWork } from './ActionWork';
import type { RunWork } from './RunWork';

/** B6: puts back what an earlier run changed, as far as the preview named it. Also at suspended users: a suspension can be undone. */
export const undoWork = ({ env, installation, ledger, intent }: RunWork, action: number, bound: BoundUndo): Result<ActionWork> => {
  const previews = readPreviews(ledger, intent.requestId);
  if (!isAsBound(intent, action, previews)) return fail(problem('run.intentAltered'));
  const named = new Map(previews.filter((one) => one.action === action).map((one) => [one.targetId, unpackChanges(one.contacts)]));
  const work = openUndo(env, installation, ledger, bound);
  if (!work.ok) return work;
  return ok({
    leavesOut: () => undefined,
    task: (user, takenUp) => changeUser(() => planUndoForUser(work.value, user.id), user.id, named.get(user.id) ?? [], takenUp),
    callsFor: () => noCalls,
  });
};
