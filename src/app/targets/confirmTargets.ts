import { isCopy } from '../../core/workflows/Action';
import { digest } from '../../core/base/digest';
import { fail, ok, type Result } from '../../core/base/Result';
import { problem, type Problem } from '../../core/base/Problem';
import { keptPage, partAt } from '../../core/directory/listPlaces';
import type { ListedTarget, ListPlace } from '../../core/directory/TargetList';
import { missingInTargetsStep } from '../../core/workflows/missing';
import type { WorkflowDraft } from '../../core/workflows/WorkflowDraft';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { loadDraft } from '../workflow/drafts';
import { findInList, type FoundInList } from './findInList';
import { lookUpTargets, type Again, type TargetsState } from './lookUpTargets';
import { placeOf, type OpenTargetList } from './openTargetList';

/** Users on one card. */
export const listPageSize = 20;

/** S14: a page of the users behind the selection, with what the person did to the list. */
export interface ShownTargets {
  readonly kind: 'listed';
  readonly draft: WorkflowDraft;
  /** Those left out are not in it. */
  readonly page: { readonly items: readonly ShownTarget[]; readonly number: number; readonly size: number; readonly total: number };
  /** What the person searched the list for. */
  readonly find?: FoundInList;
  readonly problems: readonly Problem[];
  readonly moreProblems: number;
  readonly dropped: number;
  readonly suspended: number;
  readonly lookAlikes: number;
  /** How many "Proceed to actions" carries. */
  readonly carried: number;
  /** Of the list and of what was done to it: what "Proceed to actions" binds. */
  readonly digest: string;
  /** When the operator looked it up; undefined when the card did. Milliseconds since the epoch. */
  readonly lookedUpAt?: number;
}

export interface ShownTarget extends ListedTarget {
  readonly at: number;
}

export type ShownState = ShownTargets | Exclude<TargetsState, { kind: 'listed' }>;

/** Which part of the list a card shows. */
export interface ListView {
  readonly again: Again;
  readonly page: number;
  /** The beginning of an address or name; empty: the page. */
  readonly find: string;
}

/** Places of those who are no targets: left out by the person, or the source of an action. */
export const leftIn = (
  list: OpenTargetList,
  draft: WorkflowDraft,
): Result<{ readonly dropped: ListPlace[]; readonly sources: ListPlace[] }> => {
  const excluded = new Set(draft.selection.excludedUserIds);
  const dropped = (draft.list?.left ?? []).filter((one) => excluded.has(one.userId));
  const sources = new Map<string, ListPlace>();
  for (const { source } of draft.actions.filter(isCopy)) {
    if (source === undefined || excluded.has(source.userId)) continue;
    const place = placeOf(list, source);
    if (!place.ok) return place;
    if (place.value !== undefined) sources.set(source.userId, place.value);
  }
  return ok({ dropped, sources: [...sources.values()] });
};

const shownDigest = (list: OpenTargetList, { selection, admitSuspended }: WorkflowDraft): string =>
  digest([list.digest, [...selection.excludedUserIds].sort(), admitSuspended]);

const itemsAt = (list: OpenTargetList, places: readonly number[]): Result<ShownTarget[]> => {
  const wanted = places.flatMap((at) => {
    const found = partAt(list.head, at);
    return found === undefined ? [] : [{ at, ...found }];
  });
  const numbers = [...new Set(wanted.map((one) => one.part))];
  const parts = list.parts(numbers);
  if (!parts.ok) return parts;
  return ok(
    wanted.flatMap(({ at, part, start }) => {
      const target = parts.value[numbers.indexOf(part)]?.[at - start];
      return target === undefined ? [] : [{ ...target, at }];
    }),
  );
};

const show = (env: Environment, draft: WorkflowDraft, list: OpenTargetList, view: ListView): Result<ShownTargets> => {
  const left = leftIn(list, draft);
  if (!left.ok) return left;
  const { head } = list;
  const gone = [...left.value.dropped, ...left.value.sources];
  const { places, number, total } = keptPage(head.total, gone, view.page, listPageSize);
  const suspended = head.suspended - gone.filter((one) => one.suspended).length;
  const goneAt = new Set(gone.map((one) => one.at));
  const find = view.find.trim() === '' ? undefined : findInList(env, list, view.find, draft.type === 'onboard');
  if (find !== undefined && !find.ok) return find;
  const items = find === undefined ? itemsAt(list, places) : ok([]);
  if (!items.ok) return items;
  return ok({
    kind: 'listed',
    draft,
    page: { items: items.value, number, size: listPageSize, total },
    ...(find === undefined ? {} : { find: { ...find.value, found: find.value.found.filter((one) => !goneAt.has(one.at)) } }),
    problems: head.problems,
    moreProblems: head.moreProblems,
    dropped: left.value.dropped.length,
    suspended,
    lookAlikes: head.lookAlikes - gone.filter((one) => one.lookAlike).length,
    carried: draft.admitSuspended ? total : total - suspended,
    digest: shownDigest(list, draft),
    ...(draft.list?.kept === 'parcel' ? { lookedUpAt: draft.list.lookedUpAt } : {}),
  });
};

/** What was altered on its way is refused on the card where it can be looked up again. */
const orRefused = (draft: WorkflowDraft, shown: Result<ShownTargets>): Result<ShownState> =>
  !shown.ok && shown.problem.code === 'parcel.altered' ? ok({ kind: 'refused', draft, problem: problem('targets.altered') }) : shown;

/** The list of a draft that was just loaded or stored. */
export const showDraft = (env: Environment, actor: Actor, draft: Result<WorkflowDraft>, view: ListView): Result<ShownState> => {
  if (!draft.ok) return draft;
  const [missing] = missingInTargetsStep(draft.value);
  if (missing !== undefined) return fail(missing.problem);
  const state = lookUpTargets(env, actor, draft.value, view.again);
  if (!state.ok || state.value.kind !== 'listed') return state as Result<ShownState>;
  return orRefused(state.value.draft, show(env, state.value.draft, state.value.list, view));
};

/** S14: the users behind the selection, as the signed-in person may see them. */
export const confirmTargets = (env: Environment, actor: Actor, view: ListView): Result<ShownState> =>
  showDraft(env, actor, loadDraft(env), view);
