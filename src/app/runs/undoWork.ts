import { noCalls } from '../../core/plan/PlannedCalls';
import { ok, type Result } from '../../core/base/Result';
import { unpackChanges } from '../../core/users/packChanges';
import type { BoundUndo } from '../../core/workflows/Intent';
import { changeUser } from '../apply/changeUser';
import { readBoundPreviews } from '../requests/readBoundPreviews';
import { openUndo } from '../undo/openUndo';
import { planUndoForUser } from '../undo/planUndoForUser';
import type { ActionWork } from './ActionWork';
import type { RunWork } from './RunWork';

/** B6: puts back what an earlier run changed, as far as the preview named it. Also at suspended users: a suspension can be undone. */
export const undoWork = ({ env, installation, ledger, intent }: RunWork, action: number, bound: BoundUndo): Result<ActionWork> => {
  const previews = readBoundPreviews(ledger, intent, action);
  if (!previews.ok) return previews;
  const work = openUndo(env, installation, ledger, bound);
  if (!work.ok) return work;
  return ok({
    leavesOut: () => undefined,
    task: (user, takenUp) => {
      const named = unpackChanges(previews.value.get(user.id)?.contacts ?? '');
      return changeUser(() => planUndoForUser(work.value, user.id), user.id, named, takenUp);
    },
    callsFor: () => noCalls,
  });
};
