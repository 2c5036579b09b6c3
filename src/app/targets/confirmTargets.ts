import { fail, ok, type Result } from '../../core/base/Result';
import { digest } from '../../core/base/digest';
import { problem, type Problem } from '../../core/base/Problem';
import { resolveTargets, type ResolvedTarget, type TargetResolution } from '../../core/directory/resolveTargets';
import { missingInTargetsStep } from '../../core/workflows/missing';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Environment } from '../Environment';
import { getCached, putCached } from '../records/cacheText';
import { editDraft, loadDraft } from '../workflow/drafts';
import { observeSelection } from './observeSelection';

/** A card has 30 seconds, and a page of 500 users takes a fraction of one. A draft holds about as many targets as these pages bring. */
const callLimit = 60;

/** S14: every user behind the selection, with what the person did to the list. */
export interface TargetList {
  readonly draft: WorkflowDraft;
  /** Dropped ones are not in it. */
  readonly targets: readonly ResolvedTarget[];
  readonly problems: readonly Problem[];
  readonly dropped: number;
  readonly suspended: number;
  /** How many "Proceed to actions" carries. */
  readonly carried: number;
  /** Of the ids it carries. */
  readonly digest: string;
}

const carriedIds = ({ draft, targets }: Pick<TargetList, 'draft' | 'targets'>): string[] =>
  targets.filter((target) => draft.admitSuspended || !target.suspended).map((target) => target.user.id);

interface KeptResolution extends TargetResolution {
  /** The selectors it was made from. */
  readonly selectors: string;
}

const listOf = (draft: WorkflowDraft, resolution: TargetResolution): TargetList => {
  const dropped = new Set(draft.selection.excludedUserIds);
  const targets = resolution.targets.filter((target) => !dropped.has(target.user.id));
  const suspended = targets.filter((target) => target.suspended).length;
  return {
    draft,
    targets,
    problems: resolution.problems,
    dropped: resolution.targets.length - targets.length,
    suspended,
    carried: draft.admitSuspended ? targets.length : targets.length - suspended,
    digest: digest(carriedIds({ draft, targets })),
  };
};

/** Aliases are not shown here and would fill the cache. */
const withoutAliases = (target: ResolvedTarget): ResolvedTarget => ({ ...target, user: { ...target.user, aliases: [] } });

const sourceIds = (draft: WorkflowDraft): string[] =>
  draft.actions.flatMap((action) => (action.source === undefined ? [] : [action.source.userId]));

const resolve = (env: Environment, draft: WorkflowDraft, options: { readonly again: boolean }): Result<TargetResolution> => {
  const selectors = JSON.stringify([draft.selection.selectors, sourceIds(draft)]);
  const kept = options.again ? undefined : getCached(env, 'resolution');
  if (kept !== undefined) {
    const resolution = JSON.parse(kept) as KeptResolution;
    if (resolution.selectors === selectors) return ok(resolution);
  }
  const listings = env.asSelf(observeSelection(draft.selection), { calls: callLimit });
  if (!listings.ok) return listings;
  const resolution = resolveTargets({ selectors: draft.selection.selectors, excludedUserIds: sourceIds(draft) }, listings.value);
  const result: KeptResolution = { targets: resolution.targets.map(withoutAliases), problems: resolution.problems, selectors };
  putCached(env, 'resolution', JSON.stringify(result));
  return ok(result);
};

/** S14: resolves the selection as the signed-in person; `again` reads the Directory anew. */
export const confirmTargets = (env: Environment, options: { readonly again: boolean }): Result<TargetList> => {
  const draft = loadDraft(env);
  if (!draft.ok) return draft;
  const [missing] = missingInTargetsStep(draft.value);
  if (missing !== undefined) return fail(missing.problem);
  const resolution = resolve(env, draft.value, options);
  return resolution.ok ? ok(listOf(draft.value, resolution.value)) : resolution;
};

const redraw = (env: Environment, draft: Result<WorkflowDraft>): Result<TargetList> => {
  if (!draft.ok) return draft;
  const resolution = resolve(env, draft.value, { again: false });
  return resolution.ok ? ok(listOf(draft.value, resolution.value)) : resolution;
};

/** S15: × leaves one user out; groups, organizational units and Sheets are not touched. */
export const dropTarget = (env: Environment, userId: string): Result<TargetList> =>
  redraw(
    env,
    editDraft(env, ({ selection }) => ({
      selection: { ...selection, excludedUserIds: [...selection.excludedUserIds.filter((one) => one !== userId), userId] },
    })),
  );

/** Puts all dropped ones back. */
export const restoreTargets = (env: Environment): Result<TargetList> =>
  redraw(
    env,
    editDraft(env, ({ selection }) => ({ selection: { ...selection, excludedUserIds: [] } })),
  );

/** S16: admits suspended users to the list. */
export const admitSuspended = (env: Environment, admit: boolean): Result<TargetList> =>
  redraw(
    env,
    editDraft(env, () => ({ admitSuspended: admit })),
  );

/** S14: "Proceed to actions" carries exactly the list that was shown; when the Directory changed meanwhile, it is shown again. */
export const proceedToActions = (env: Environment, shownDigest: string): Result<WorkflowDraft> => {
  const list = confirmTargets(env, { again: false });
  if (!list.ok) return list;
  const userIds = carriedIds(list.value);
  if (userIds.length === 0) return fail(problem('workflow.noTargetLeft'));
  if (digest(userIds) !== shownDigest) return fail(problem('workflow.targetsChanged'));
  return editDraft(env, () => ({ confirmedUserIds: userIds }));
};
