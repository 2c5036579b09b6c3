import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import { selectorKey, type TargetSelection, type TargetSelector } from '../../core/directory/TargetSelection';
import { excludedLimit } from '../../core/workflows/WorkflowDraft';
import type { Environment } from '../Environment';
import { editChosen, type Chosen, type SelectionPlace } from './chosenSelection';
import type { SearchKind } from './SearchKind';
import { lastSearch } from './searchTargets';

export interface Added {
  readonly chosen: Chosen;
  readonly added: number;
}

/** Without these among those who are left out. */
const letIn = (selection: TargetSelection, userIds: ReadonlySet<string>): TargetSelection => {
  const { excludedUserIds, excludedEmails = {} } = selection;
  const stays = (userId: string): boolean => !userIds.has(userId);
  const emails = Object.fromEntries(Object.entries(excludedEmails).filter(([userId]) => stays(userId)));
  return {
    ...selection,
    excludedUserIds: excludedUserIds.filter(stays),
    ...(selection.excludedEmails === undefined ? {} : { excludedEmails: emails }),
  };
};

/** Adds selectors that are not chosen yet. */
export const addSelectors = (env: Environment, place: SelectionPlace, selectors: readonly TargetSelector[]): Result<Added> => {
  let added = 0;
  const chosen = editChosen(env, place, (before) => {
    const byKey = new Map(before.selectors.map((selector) => [selectorKey(selector), selector]));
    const size = byKey.size;
    for (const selector of selectors) if (!byKey.has(selectorKey(selector))) byKey.set(selectorKey(selector), selector);
    added = byKey.size - size;
    // Who is chosen by name again is not left out any more.
    const named = new Set(selectors.flatMap((selector) => (selector.kind === 'user' ? [selector.userId] : [])));
    return letIn({ ...before, selectors: [...byKey.values()] }, named);
  });
  return chosen.ok ? ok({ chosen: chosen.value, added }) : chosen;
};

type Query = { readonly text: string; readonly kind: SearchKind };

/** Results of the last search; `ticked`: only those. */
const foundBy = (env: Environment, query: Query, ticked?: readonly string[]): Result<readonly TargetSelector[]> => {
  const search = lastSearch(env, query);
  if (!search.ok) return search;
  const all = search.value.found.map(({ selector }) => selector);
  return ok(ticked === undefined ? all : all.filter((selector) => ticked.includes(selectorKey(selector))));
};

/** S10, G26: "Add selected": the ticked ones among the results; "Add all": every result, on all pages. */
export const addFound = (env: Environment, place: SelectionPlace, query: Query, ticked?: readonly string[]): Result<Added> => {
  const found = foundBy(env, query, ticked);
  return found.ok ? addSelectors(env, place, found.value) : found;
};

/** Users among the ticked results get nothing, whatever group, unit or domain they are in. Others are passed over. */
export const leaveOutFound = (env: Environment, place: SelectionPlace, query: Query, ticked: readonly string[]): Result<Added> => {
  const found = foundBy(env, query, ticked);
  if (!found.ok) return found;
  const users = found.value.filter((selector) => selector.kind === 'user');
  let added = 0;
  let isFull = false;
  const chosen = editChosen(env, place, (before) => {
    const emails = { ...before.excludedEmails };
    const ids = new Set(before.excludedUserIds);
    added = users.filter(({ userId }) => !ids.has(userId)).length;
    isFull = ids.size + added > excludedLimit;
    if (isFull) return before;
    for (const { userId, label } of users) {
      ids.add(userId);
      emails[userId] = label;
    }
    const named = new Set(users.map(selectorKey));
    const selectors = before.selectors.filter((selector) => !named.has(selectorKey(selector)));
    return { selectors, excludedUserIds: [...ids], excludedEmails: emails };
  });
  if (isFull) return fail(problem('workflow.tooManyLeftOut', { limit: excludedLimit }));
  return chosen.ok ? ok({ chosen: chosen.value, added }) : chosen;
};

/** Takes one choice back, or lets one user in again who was left out. */
export const removeSelector = (env: Environment, place: SelectionPlace, key: string): Result<Chosen> =>
  editChosen(env, place, (before) => ({ ...before, selectors: before.selectors.filter((selector) => selectorKey(selector) !== key) }));

export const letUserIn = (env: Environment, place: SelectionPlace, userId: string): Result<Chosen> =>
  editChosen(env, place, (before) => letIn(before, new Set([userId])));

/** S1: an organizational unit with or without its children. */
export const toggleSubUnits = (env: Environment, place: SelectionPlace, key: string): Result<Chosen> =>
  editChosen(env, place, (before) => ({
    ...before,
    selectors: before.selectors.map((selector) =>
      selector.kind === 'orgUnit' && selectorKey(selector) === key ? { ...selector, includeChildren: !selector.includeChildren } : selector,
    ),
  }));
