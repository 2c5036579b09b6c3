import { isActive } from '../../core/directory/isActive';
import { problem, type Problem } from '../../core/base/Problem';
import type { ActionDraft, CopyContactsDraft } from '../../core/workflows/WorkflowDraft';
import { classOf } from '../../google/classOf';
import { getUser } from '../../google/directory';
import type { Actor } from '../actors/identify';
import { listSourceLabels } from '../bridge/listSourceLabels';
import type { Environment } from '../Environment';

/** An action of a saved set as it can be used now. */
export interface Checked {
  readonly action: ActionDraft;
  /** What is not there any more, and so was taken out of it. */
  readonly gone: readonly Problem[];
}

/** Without its source an action cannot be previewed, so that a label that is gone never becomes "all contacts". */
const withoutSource = ({ source: _source, label: _label, existingLabel: _existing, ...rest }: CopyContactsDraft): CopyContactsDraft => ({
  ...rest,
  createLabel: false,
});

/** Only where the labels are known at once: else the preview says it. */
const isLabelGone = (env: Environment, actor: Actor, { source, label }: CopyContactsDraft): boolean => {
  if (source === undefined || label === undefined) return false;
  if (!actor.isOperator && source.userId !== actor.user.id) return false;
  const listed = listSourceLabels(env, actor, source.userId);
  if (!listed.ok || listed.value.kind !== 'ready' || listed.value.left > 0) return false;
  return !listed.value.labels.some(({ resourceName }) => resourceName === label.resourceName);
};

/** Looks up what a saved action refers to. A delegate may not look anybody up: for them the preview does. */
export const checkSavedAction = (env: Environment, actor: Actor, action: ActionDraft): Checked => {
  if (action.kind !== 'copyContacts' || action.source === undefined || actor.isDelegate) return { action, gone: [] };
  const { email, userId } = action.source;
  const user = env.asSelf(getUser({ kind: 'self' }, userId), { calls: 1 });
  const isNobody = !user.ok && (classOf(user.problem) === 'request' || user.problem.code === 'google.notAuthorized');
  if (!user.ok && !isNobody) return { action, gone: [] };
  if (!user.ok || !isActive(user.value)) {
    return { action: withoutSource(action), gone: [problem('saved.sourceGone', { email })] };
  }
  const current = { ...action, source: { userId, email: user.value.primaryEmail, fullName: user.value.fullName } };
  if (!isLabelGone(env, actor, current)) return { action: current, gone: [] };
  return { action: withoutSource(action), gone: [problem('saved.labelGone', { email, label: action.label?.name ?? '' })] };
};
