import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import { findParcel } from '../bridge/parcel';
import type { Environment } from '../Environment';
import { leftIn } from './confirmTargets';
import { openParcelList, placeOf, type OpenTargetList } from './openTargetList';

const openConfirmed = (env: Environment, actor: Actor, { confirmed }: WorkflowDraft): Result<OpenTargetList> => {
  if (confirmed === undefined) return fail(problem('workflow.targetsNotConfirmed'));
  if (!findParcel(env, confirmed.listId).ok) return fail(problem('targets.gone'));
  return openParcelList(env, actor.installation, { id: confirmed.listId, digest: confirmed.digest }, actor.user.id);
};

/** How many targets a confirmed draft has, without the sources of its actions, which are none. A problem when the list is gone or altered. */
export const countTargets = (env: Environment, actor: Actor, draft: WorkflowDraft): Result<number> => {
  const list = openConfirmed(env, actor, draft);
  if (!list.ok) return list;
  const left = leftIn(list.value, draft);
  if (!left.ok) return left;
  const { total, suspended } = list.value.head;
  const gone = [...left.value.dropped, ...left.value.sources];
  const suspendedLeft = suspended - gone.filter((one) => one.suspended).length;
  return ok(total - gone.length - (draft.admitSuspended ? 0 : suspendedLeft));
};

/** Whether a user stands in the confirmed list. For show: a list that cannot be read says no. */
export const isConfirmedTarget = (
  env: Environment,
  actor: Actor,
  draft: WorkflowDraft,
  user: { readonly userId: string; readonly email: string },
): boolean => {
  if (draft.confirmed === undefined || draft.selection.excludedUserIds.includes(user.userId)) return false;
  const list = openConfirmed(env, actor, draft);
  const place = list.ok ? placeOf(list.value, user) : undefined;
  return place?.ok === true && place.value !== undefined;
};
