import { compareText } from '../../core/base/compareText';
import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import { decodeSavedActions, savedActionsLimit, savedNameLength, type SavedActions } from '../../core/workflows/SavedActions';
import type { Missing } from '../../core/workflows/missing';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { editDraft, loadDraft } from './drafts';
import { checkSavedAction, type Checked } from './checkSavedAction';

/**
 * User properties of whoever saved them. In script properties everybody could change what somebody else is about to use, and they
 * would take the room of requests; a set that only its author sees needs no rule of who may.
 */
const prefix = 'actions.';

export const listSavedActions = (env: Environment): SavedActions[] => {
  const all = env.drafts.all();
  return Object.keys(all)
    .filter((key) => key.startsWith(prefix))
    .map((key) => decodeSavedActions(key.slice(prefix.length), all[key] ?? ''))
    .filter((saved): saved is SavedActions => saved !== undefined)
    .sort((a, b) => compareText(a.name, b.name));
};

const at = (found: Missing['problem']): Missing[] => [{ field: 'savedName', problem: found }];

/** What keeps a name from being taken; `id` is the set that gets it. */
const missingInName = (env: Environment, typed: string, id: string): Missing[] => {
  const name = typed.trim();
  if (name === '') return at(problem('saved.nameMissing'));
  if ([...name].length > savedNameLength) return at(problem('saved.nameTooLong', { limit: savedNameLength }));
  const taken = listSavedActions(env).some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
  return taken ? at(problem('saved.nameTaken', { name })) : [];
};

/** Stores a set; a property holds 9 KB (https://developers.google.com/apps-script/guides/services/quotas). */
const store = (env: Environment, { id, name, actions, savedAt }: SavedActions): Missing[] => {
  const stored = env.drafts.set(prefix + id, JSON.stringify({ name: name.trim(), actions, savedAt }));
  if (stored.ok) return [];
  return at(
    stored.problem.code === 'platform.valueTooBig' ? problem('saved.tooBig', { actions: actions.length }) : problem('saved.noRoom'),
  );
};

/** S60: keeps the draft's actions under a name. Gives back what keeps it from being done. */
export const saveActions = (env: Environment, name: string): Result<readonly Missing[]> => {
  const draft = loadDraft(env);
  if (!draft.ok) return draft;
  const { actions } = draft.value;
  if (actions.length === 0) return fail(problem('workflow.actionsMissing'));
  const missing = missingInName(env, name, '');
  if (missing.length > 0) return ok(missing);
  if (listSavedActions(env).length >= savedActionsLimit) return ok(at(problem('saved.tooMany', { limit: savedActionsLimit })));
  return ok(store(env, { id: env.newId(), name, actions, savedAt: env.now() }));
};

export const findSavedActions = (env: Environment, id: string): Result<SavedActions> => {
  const text = env.drafts.get(prefix + id);
  const saved = text === undefined ? undefined : decodeSavedActions(id, text);
  return saved === undefined ? fail(problem('saved.gone')) : ok(saved);
};

export const renameSavedActions = (env: Environment, id: string, name: string): Result<readonly Missing[]> => {
  const saved = findSavedActions(env, id);
  if (!saved.ok) return saved;
  const missing = missingInName(env, name, id);
  return ok(missing.length > 0 ? missing : store(env, { ...saved.value, name }));
};

export const deleteSavedActions = (env: Environment, id: string): void => env.drafts.delete(prefix + id);

/** What came into the draft, and what of it has to be chosen anew. */
export interface UsedActions {
  readonly draft: WorkflowDraft;
  readonly gone: Checked['gone'];
}

/** S60: the actions of a set follow those of the draft, as they would be chosen now. */
export const useSavedActions = (env: Environment, actor: Actor, id: string): Result<UsedActions> => {
  const saved = findSavedActions(env, id);
  if (!saved.ok) return saved;
  const checked = saved.value.actions.map((action) => checkSavedAction(env, actor, { ...action, actionId: env.newId() }));
  const draft = editDraft(env, ({ actions }) => ({ actions: [...actions, ...checked.map(({ action }) => action)] }));
  return draft.ok ? ok({ draft: draft.value, gone: checked.flatMap(({ gone }) => gone) }) : draft;
};
