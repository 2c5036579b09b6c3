import { fail, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { ListPlace } from '../../core/directory/TargetList';
import { excludedLimit } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { editDraft, loadDraft } from '../workflow/drafts';
import { showDraft, type ListView, type ShownState } from './confirmTargets';

type Shown = Omit<ListView, 'again'>;

/** S15: × leaves one user out, if the list is still the one that was shown; groups, organizational units and Sheets are not touched. */
export const dropTarget = (
  env: Environment,
  actor: Actor,
  dropped: { readonly list: string; readonly place: ListPlace },
  shown: Shown,
): Result<ShownState> => {
  const draft = loadDraft(env);
  if (!draft.ok) return draft;
  const { place } = dropped;
  const { list, selection } = draft.value;
  const view = { ...shown, again: 'keep' } as const;
  if (list === undefined || list.digest !== dropped.list) return showDraft(env, actor, draft, view);
  if (selection.excludedUserIds.includes(place.userId)) return showDraft(env, actor, draft, view);
  if (selection.excludedUserIds.length >= excludedLimit) return fail(problem('workflow.tooManyLeftOut', { limit: excludedLimit }));
  const edited = editDraft(env, () => ({
    selection: { ...selection, excludedUserIds: [...selection.excludedUserIds, place.userId] },
    list: { ...list, left: [...list.left.filter((one) => one.userId !== place.userId), place] },
  }));
  return showDraft(env, actor, edited, view);
};

/** Puts all dropped ones back. */
export const restoreTargets = (env: Environment, actor: Actor, shown: Shown): Result<ShownState> =>
  showDraft(
    env,
    actor,
    editDraft(env, ({ selection }) => ({ selection: { ...selection, excludedUserIds: [] } })),
    { ...shown, again: 'keep' },
  );

/** S16: admits suspended users to the list. */
export const admitSuspended = (env: Environment, actor: Actor, admit: boolean, shown: Shown): Result<ShownState> =>
  showDraft(
    env,
    actor,
    editDraft(env, () => ({ admitSuspended: admit })),
    { ...shown, again: 'keep' },
  );
