import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { noCalls } from '../../core/plan/PlannedCalls';
import { unpackNewUser } from '../../core/users/NewUser';
import { passwordFrom } from '../../core/users/passwordFrom';
import { createUser } from '../apply/createUser';
import { isAsBound } from '../requests/readPreviewRecord';
import { readPreviews } from '../requests/records';
import type { ActionWork } from './ActionWork';
import type { RunWork } from './RunWork';

/** An older page of Google says that no more than 10 users are created in a second per domain; so many go out side by side, in about that time. */
const sideBySide = 10;

/** Creates each user as the preview named them, with a password that only Google sees. */
export const creationWork = ({ env, ledger, intent }: RunWork, action: number): Result<ActionWork> => {
  const previews = readPreviews(ledger, intent.requestId);
  if (!isAsBound(intent, action, previews)) return fail(problem('run.intentAltered'));
  const own = new Map(previews.filter((one) => one.action === action).map((one) => [one.targetId, one]));
  return ok({
    leavesOut: ({ id }) => own.get(id)?.problem,
    task: (user, takenUp) => {
      const plan = unpackNewUser(own.get(user.id)?.contacts ?? '');
      if (plan === undefined) throw new Error('no plan for a target that the preview did not refuse');
      return createUser(plan, intent.requestId, takenUp, passwordFrom(env.newId));
    },
    callsFor: () => noCalls,
    sideBySide,
  });
};
