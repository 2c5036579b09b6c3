import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { checkUserField, isUserFieldId } from '../../core/users/userFields';
import { isCopy } from '../../core/workflows/Action';
import type { ActionDraft, DirectoryActionDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import { askSearch } from '../bridge/askSearch';
import { findSpaces } from '../bridge/findSpaces';
import type { Environment } from '../Environment';
import { findTargets } from '../targets/searchTargets';
import type { SearchKind } from '../targets/SearchKind';
import { editAction, type EditedAction } from './editCopyContacts';

export type EditedUserAction = EditedAction<DirectoryActionDraft>;

const edit = (
  env: Environment,
  actionId: string,
  change: (action: DirectoryActionDraft) => DirectoryActionDraft,
): Result<EditedUserAction> => editAction(env, actionId, (action: ActionDraft): action is DirectoryActionDraft => !isCopy(action), change);

/** S61: a field with its value; an empty one clears the field. Another value for the same field takes the place of the one before. */
export const setField = (env: Environment, actionId: string, field: string, value: string): Result<EditedUserAction> => {
  if (!isUserFieldId(field)) return fail(problem('workflow.fieldsMissing'));
  const text = value.trim();
  const found = checkUserField(field, text);
  if (found !== undefined) return fail(found);
  return edit(env, actionId, (action) =>
    action.kind === 'setUserFields'
      ? { ...action, fields: [...action.fields.filter((one) => one.field !== field), { field, value: text }] }
      : action,
  );
};

/** What was typed, or the suggestion that was picked, without what stands in brackets behind it. */
export const nameOf = (typed: string): string => typed.trim().replace(/\s*\([^()]*\)$/, '');

/** Looked up as the person at the keyboard, or by the operator for whom may not (S43). */
export const lookUp = (env: Environment, actor: Actor, kind: SearchKind, name: string) => {
  if (!actor.isDelegate) return findTargets(env, { text: name, kind });
  const asked = askSearch(env, actor, { text: name, kind });
  if (!asked.ok) return asked;
  return asked.value.kind === 'asked' ? fail(problem('workflow.sourceAsked', { typed: name })) : ok(asked.value.search);
};

/** One group by its address. */
export const addGroup = (env: Environment, actor: Actor, actionId: string, typed: string): Result<EditedUserAction> => {
  const name = nameOf(typed).split(/\s/)[0] ?? '';
  if (name === '') return fail(problem('workflow.groupsMissing'));
  const found = lookUp(env, actor, 'group', name);
  if (!found.ok) return found;
  const group = found.value.found.map(({ selector }) => selector).find(({ label }) => label.toLowerCase() === name.toLowerCase());
  if (group?.kind !== 'group') return fail(problem('workflow.groupNotFound', { typed: name }));
  const { groupId, label: email } = group;
  return edit(env, actionId, (action) =>
    'groups' in action ? { ...action, groups: [...action.groups.filter((one) => one.groupId !== groupId), { groupId, email }] } : action,
  );
};

/** The unit by its path. */
export const chooseOrgUnit = (env: Environment, actor: Actor, actionId: string, typed: string): Result<EditedUserAction> => {
  const path = nameOf(typed);
  if (path === '') return fail(problem('workflow.orgUnitMissing'));
  const found = lookUp(env, actor, 'orgUnit', path);
  if (!found.ok) return found;
  const unit = found.value.found.map(({ selector }) => selector).find(({ label }) => label.toLowerCase() === path.toLowerCase());
  if (unit?.kind !== 'orgUnit') return fail(problem('workflow.orgUnitNotFound', { typed: path }));
  const { orgUnitId, label: orgUnitPath } = unit;
  return edit(env, actionId, (action) => (action.kind === 'moveToOrgUnit' ? { ...action, orgUnitId, orgUnitPath } : action));
};

/** One of the spaces that were found for a text, by its resource name. */
export const addSpace = (env: Environment, actor: Actor, actionId: string, text: string, space: string): Result<EditedUserAction> => {
  const found = findSpaces(env, actor, text);
  if (!found.ok) return found;
  const chosen = found.value.kind === 'found' ? found.value.spaces.find((one) => one.space === space) : undefined;
  if (chosen === undefined) return fail(problem('workflow.spacesMissing'));
  const { title } = chosen;
  return edit(env, actionId, (action) =>
    'spaces' in action ? { ...action, spaces: [...action.spaces.filter((one) => one.space !== space), { space, title }] } : action,
  );
};

/** Takes a field, a group, a space or the unit away again. */
export const dropSetting = (env: Environment, actionId: string, key: string): Result<EditedUserAction> =>
  edit(env, actionId, (action) => {
    if (action.kind === 'setUserFields') return { ...action, fields: action.fields.filter(({ field }) => field !== key) };
    if ('groups' in action) return { ...action, groups: action.groups.filter(({ groupId }) => groupId !== key) };
    if ('spaces' in action) return { ...action, spaces: action.spaces.filter(({ space }) => space !== key) };
    return action.kind === 'moveToOrgUnit' ? { ...action, orgUnitId: '', orgUnitPath: '' } : action;
  });

/** Groups or units as lines of suggestions. */
export const suggestPlaces = (env: Environment, kind: 'group' | 'orgUnit', text: string): string[] => {
  if (text.trim() === '') return [];
  const found = findTargets(env, { text: text.trim(), kind });
  return found.ok ? found.value.found.map(({ selector }) => selector.label) : [];
};
