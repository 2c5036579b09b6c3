import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import { readLeaveOut } from '../../core/contacts/leaveOut';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { newAction } from '../../core/workflows/newAction';
import { missingInAction, type Missing } from '../../core/workflows/missing';
import { isCopy } from '../../core/workflows/Action';
import type { ActionDraft, CopyContactsDraft, WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import { searchUsers } from '../../google/directory';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { findSourceUser } from '../targets/findSourceUser';
import { editDraft, loadDraft } from '../workflow/drafts';

export interface EditedAction<Draft extends ActionDraft = ActionDraft> {
  readonly draft: WorkflowDraft;
  readonly action: Draft;
}

export type EditedCopy = EditedAction<CopyContactsDraft>;

export const findAction = (draft: WorkflowDraft, actionId: string): Result<ActionDraft> => {
  const action = [...draft.actions, ...(draft.openedAction === undefined ? [] : [draft.openedAction])].find(
    (one) => one.actionId === actionId,
  );
  return action === undefined ? fail(problem('workflow.actionGone')) : ok(action);
};

/** Changes the settings of an action, if it is of the kind that they are for. */
export const editAction = <Draft extends ActionDraft>(
  env: Environment,
  actionId: string,
  isIt: (action: ActionDraft) => action is Draft,
  edit: (action: Draft) => Draft,
): Result<EditedAction<Draft>> => {
  const draft = loadDraft(env);
  if (!draft.ok) return draft;
  const found = findAction(draft.value, actionId);
  if (!found.ok) return found;
  if (!isIt(found.value)) return fail(problem('workflow.actionGone'));
  const edited = edit(found.value);
  const saved = editDraft(env, ({ actions, openedAction }) =>
    openedAction?.actionId === actionId
      ? { openedAction: edited }
      : { actions: actions.map((one) => (one.actionId === actionId ? edited : one)) },
  );
  return saved.ok ? ok({ draft: saved.value, action: edited }) : saved;
};

const editCopy = (env: Environment, actionId: string, edit: (action: CopyContactsDraft) => CopyContactsDraft): Result<EditedCopy> =>
  editAction(env, actionId, (action): action is CopyContactsDraft => isCopy(action), edit);

/** S17–S18: opens the settings of an action of the list; those that were opened and left before are still filled in. */
export const openAction = (env: Environment, kind: string): Result<EditedAction> => {
  const fresh = newAction(env.newId(), kind);
  if (fresh === undefined) return fail(problem('workflow.actionGone'));
  const saved = editDraft(env, ({ openedAction }) => ({ openedAction: openedAction?.kind === kind ? openedAction : fresh }));
  if (!saved.ok) return saved;
  const { openedAction } = saved.value;
  return openedAction === undefined ? fail(problem('workflow.actionGone')) : ok({ draft: saved.value, action: openedAction });
};

/** "Save": finished settings become one of the actions. */
export const finishAction = (env: Environment, actionId: string): Result<WorkflowDraft> =>
  editDraft(env, ({ actions, openedAction }) =>
    openedAction?.actionId === actionId ? { actions: [...actions, openedAction], openedAction: undefined } : {},
  );

export const removeAction = (env: Environment, actionId: string): Result<WorkflowDraft> =>
  editDraft(env, ({ actions }) => ({ actions: actions.filter((one) => one.actionId !== actionId) }));

/** S19: one place up. */
export const moveActionUp = (env: Environment, actionId: string): Result<WorkflowDraft> =>
  editDraft(env, ({ actions }) => {
    const index = actions.findIndex((one) => one.actionId === actionId);
    const [moved, above] = [actions[index], actions[index - 1]];
    return moved === undefined || above === undefined
      ? {}
      : { actions: [...actions.slice(0, index - 1), moved, above, ...actions.slice(index + 1)] };
  });

/** As one line of suggestions: `ann@example.com (Ann Lee)`. */
export const suggestionOf = (user: Pick<DirectoryUser, 'primaryEmail' | 'fullName'>): string => `${user.primaryEmail} (${user.fullName})`;

/** People whose address or name starts with what was typed. */
export const suggestUsers = (env: Environment, text: string): string[] => {
  if (text.trim() === '') return [];
  const users = env.asSelf(searchUsers({ kind: 'self' }, text.trim(), 20), { calls: 6 });
  return users.ok ? users.value.map(suggestionOf) : [];
};

const withoutLabel = ({ label: _label, existingLabel: _existing, ...action }: CopyContactsDraft): CopyContactsDraft => ({
  ...action,
  createLabel: false,
});
/** A label is one of its source's; the options have nothing to do with it. */
const withoutSource = (action: CopyContactsDraft): CopyContactsDraft => {
  const { source: _source, ...rest } = withoutLabel(action);
  return rest;
};

/** S20: the one source user, by address; a label of another source is let go. */
export const chooseSourceUser = (env: Environment, actor: Actor, actionId: string, typed: string): Result<EditedCopy> => {
  const source = findSourceUser(env, actor, typed);
  return source.ok ? editCopy(env, actionId, (action) => ({ ...withoutSource(action), source: source.value })) : source;
};

export const forgetSourceUser = (env: Environment, actionId: string): Result<EditedCopy> => editCopy(env, actionId, withoutSource);

/** S21–S23: the label, whether targets get it, and what to do where one of that name is. Without a label there is nothing to create. */
export const chooseLabel = (
  env: Environment,
  actionId: string,
  chosen: Pick<CopyContactsDraft, 'label' | 'createLabel' | 'existingLabel'> | undefined,
): Result<EditedCopy> => editCopy(env, actionId, (action) => ({ ...withoutLabel(action), ...chosen }));

/** S24, B8. Texts that are no choice are passed over. */
export const chooseOptions = (env: Environment, actionId: string, leaveOut: readonly string[], evenIfExists: boolean): Result<EditedCopy> =>
  editCopy(env, actionId, ({ evenIfExists: _before, ...action }) => ({
    ...action,
    leaveOut: readLeaveOut(leaveOut),
    ...(evenIfExists ? { evenIfExists } : {}),
  }));

/** What keeps the settings from being complete. */
export const missingInSettings = (env: Environment, actionId: string): Result<EditedAction & { readonly missing: readonly Missing[] }> => {
  const draft = loadDraft(env);
  if (!draft.ok) return draft;
  const action = findAction(draft.value, actionId);
  return action.ok ? ok({ draft: draft.value, action: action.value, missing: missingInAction(action.value) }) : action;
};
