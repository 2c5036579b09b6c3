import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { decodeSavedActions, type SavedActions } from '../../core/workflows/SavedActions';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { findSaved, type SavedKind } from '../records/savedStore';
import { checkSavedAction, type Checked } from './checkSavedAction';
import { editDraft, loadDraft } from './drafts';

export const savedActionsKind: SavedKind<SavedActions> = { prefix: 'actions.', decode: decodeSavedActions };

/** S60: what of the draft can be saved. */
export const actionsToSave = (env: Environment): Result<Pick<WorkflowDraft, 'name' | 'actions'>> => {
  const draft = loadDraft(env);
  return draft.ok && draft.value.actions.length === 0 ? fail(problem('workflow.actionsMissing')) : draft;
};

/** What came into the draft, and what of it has to be chosen anew. */
export interface UsedActions {
  readonly draft: WorkflowDraft;
  readonly gone: Checked['gone'];
}

/** S60: the actions of a set follow those of the draft, as they would be chosen now. */
export const useSavedActions = (env: Environment, actor: Actor, id: string): Result<UsedActions> => {
  const saved = findSaved(env, savedActionsKind, id);
  if (!saved.ok) return saved;
  const checked = saved.value.actions.map((action) => checkSavedAction(env, actor, { ...action, actionId: env.newId() }));
  const draft = editDraft(env, ({ actions }) => ({ actions: [...actions, ...checked.map(({ action }) => action)] }));
  return draft.ok ? ok({ draft: draft.value, gone: checked.flatMap(({ gone }) => gone) }) : draft;
};
