import { ok, type Result } from '../../core/base/Result';
import { noCalls } from '../../core/plan/PlannedCalls';
import { unpackNewUser } from '../../core/users/NewUser';
import { passwordFrom } from '../../core/users/passwordFrom';
import { createUser } from '../apply/createUser';
import { readBoundPreviews } from '../requests/readBoundPreviews';
import type { ActionWork } from './ActionWork';
import type { RunWork } from './RunWork';

/** An older page of Google says that no more than 10 users are created in a second per domain; so many go out side by side, in about that time. */
export const creationsAtOnce = 10;

/** Creates each user as the preview named them, with a password that only Google sees. */
export const creationWork = ({ env, ledger, intent }: RunWork, action: number): Result<ActionWork> => {
  const previews = readBoundPreviews(ledger, intent, action);
  if (!previews.ok) return previews;
  return ok({
    leavesOut: ({ id }) => previews.value.get(id)?.problem,
    task: (user, takenUp) => {
      const plan = unpackNewUser(previews.value.get(user.id)?.contacts ?? '');
      if (plan === undefined) throw new Error('no plan for a target that the preview did not refuse');
      return createUser(plan, intent.requestId, takenUp, passwordFrom(env.newId));
    },
    callsFor: () => noCalls,
    sideBySide: creationsAtOnce,
  });
};
