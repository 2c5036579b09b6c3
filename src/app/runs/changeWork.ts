import { ok, type Result } from '../../core/base/Result';
import { refuseInactive } from '../../core/directory/refuseInactive';
import { noCalls } from '../../core/plan/PlannedCalls';
import { admitsSuspended } from '../../core/workflows/Action';
import { actionOf, type BoundDirectoryAction } from '../../core/workflows/Intent';
import { unpackChanges } from '../../core/users/packChanges';
import { lookAround } from '../apply/lookAround';
import { changeUser } from '../apply/changeUser';
import { planForUser } from '../apply/planForUser';
import { keepersOf } from '../approvals/keepersOf';
import { readBoundPreviews } from '../requests/readBoundPreviews';
import type { ActionWork } from './ActionWork';
import { doTask } from './doTask';
import type { RunWork } from './RunWork';

/** S61: makes the changes that the preview named, with the operator's own authorization. */
export const changeWork = (
  { env, installation, ledger, intent, accounts }: RunWork,
  action: number,
  bound: BoundDirectoryAction,
): Result<ActionWork> => {
  const previews = readBoundPreviews(ledger, intent, action);
  if (!previews.ok) return previews;
  const asked = actionOf(bound);
  const around = doTask(env, () => lookAround(asked, keepersOf(env, installation), { asPreview: false }));
  if (!around.ok) return around;
  const admits = admitsSuspended(intent);
  return ok({
    leavesOut: (user) => (admits ? undefined : refuseInactive(user)),
    task: (user, takenUp) => {
      const { id } = accounts?.of(user) ?? user;
      return changeUser(
        () => planForUser(asked, id, around.value),
        id,
        unpackChanges(previews.value.get(user.id)?.contacts ?? ''),
        takenUp,
      );
    },
    callsFor: () => noCalls,
  });
};
