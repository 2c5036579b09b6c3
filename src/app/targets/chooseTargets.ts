import { selectorKey, type TargetSelector } from '../../core/directory/TargetSelection';
import { ok, type Result } from '../../core/base/Result';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Environment } from '../Environment';
import { editDraft } from '../workflow/drafts';
import type { SearchKind } from './SearchKind';
import { lastSearch } from './searchTargets';

export interface Added {
  readonly draft: WorkflowDraft;
  readonly added: number;
}

/** Adds selectors that are not chosen yet. */
export const addSelectors = (env: Environment, selectors: readonly TargetSelector[]): Result<Added> => {
  let added = 0;
  const draft = editDraft(env, (before) => {
    const byKey = new Map(before.selection.selectors.map((selector) => [selectorKey(selector), selector]));
    const size = byKey.size;
    for (const selector of selectors) if (!byKey.has(selectorKey(selector))) byKey.set(selectorKey(selector), selector);
    added = byKey.size - size;
    // Who is chosen by name again is not left out any more.
    const named = new Set(selectors.flatMap((selector) => (selector.kind === 'user' ? [selector.userId] : [])));
    const excludedUserIds = before.selection.excludedUserIds.filter((userId) => !named.has(userId));
    return { selection: { selectors: [...byKey.values()], excludedUserIds } };
  });
  return draft.ok ? ok({ draft: draft.value, added }) : draft;
};

type Query = { readonly text: string; readonly kind: SearchKind };

/** S10: "Add selected": the ticked ones among the results. */
export const addSelectedTargets = (env: Environment, query: Query, ticked: readonly string[]): Result<Added> => {
  const search = lastSearch(env, query);
  if (!search.ok) return search;
  return addSelectors(
    env,
    search.value.found.map((one) => one.selector).filter((selector) => ticked.includes(selectorKey(selector))),
  );
};

/** S10: "Add all": every result, on all pages. */
export const addAllTargets = (env: Environment, query: Query): Result<Added> => {
  const search = lastSearch(env, query);
  return search.ok
    ? addSelectors(
        env,
        search.value.found.map((one) => one.selector),
      )
    : search;
};

/** Takes one choice back. */
export const removeSelector = (env: Environment, key: string): Result<WorkflowDraft> =>
  editDraft(env, ({ selection }) => ({
    selection: { ...selection, selectors: selection.selectors.filter((selector) => selectorKey(selector) !== key) },
  }));

/** S1: an organizational unit with or without its children. */
export const toggleSubUnits = (env: Environment, key: string): Result<WorkflowDraft> =>
  editDraft(env, ({ selection }) => ({
    selection: {
      ...selection,
      selectors: selection.selectors.map((selector) =>
        selector.kind === 'orgUnit' && selectorKey(selector) === key
          ? { ...selector, includeChildren: !selector.includeChildren }
          : selector,
      ),
    },
  }));
