import { addAllTargets, addSelectedTargets, removeSelector, toggleSubUnits, type Added } from '../app/targets/chooseTargets';
import {
  admitSuspended,
  confirmTargets,
  dropTarget,
  proceedToActions,
  restoreTargets,
  type TargetList,
} from '../app/targets/confirmTargets';
import { makeTargetsTemplate } from '../app/targets/makeTargetsTemplate';
import {
  lastSheetReading,
  listSheetColumns,
  readTargetsFromColumn,
  readTargetsFromSelection,
  type SheetReading,
} from '../app/targets/readTargetsFromSheet';
import { lastSearch, searchKinds, searchTargets, suggestTargets, type SearchKind, type TargetSearch } from '../app/targets/searchTargets';
import { loadDraft } from '../app/workflow/drafts';
import type { Environment } from '../app/Environment';
import { actionsCard } from '../cards/actionsCard';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { confirmCard } from '../cards/confirmCard';
import { parseColumnValue, sheetTargetsCard } from '../cards/sheetTargetsCard';
import { typeCard } from '../cards/typeCard';
import { targetsCard, type TargetsView } from '../cards/targetsCard';
import { problem, type Problem } from '../core/base/Problem';
import { plural } from '../core/base/plural';
import type { Result } from '../core/base/Result';
import { missingInTargetsStep } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import {
  asAdministrator,
  field,
  fields,
  orFail,
  pageNumber,
  parameter,
  push,
  update,
  viewerOf,
  type CardAction,
  type Suggest,
} from './cardAction';

type Query = { readonly text: string; readonly kind: SearchKind };

const queryOf = (event: CardEvent): Query => ({
  text: field(event, 'search'),
  kind: searchKinds.find((kind) => kind === field(event, 'kind')) ?? 'all',
});

interface TargetsExtra {
  readonly search?: TargetSearch;
  readonly problem?: Problem;
  readonly missing?: TargetsView['missing'];
  readonly resultsPage?: number;
  readonly chosenPage?: number;
}

const targetsOf = (draft: WorkflowDraft, event: CardEvent, extra: TargetsExtra = {}): CardSpec => {
  const query = queryOf(event);
  return targetsCard(
    {
      draft,
      kind: query.kind,
      text: query.text,
      missing: extra.missing ?? [],
      resultsPage: extra.resultsPage ?? pageNumber(event, 'resultsPage'),
      chosenPage: extra.chosenPage ?? pageNumber(event, 'chosenPage'),
      ...(extra.search === undefined ? {} : { search: extra.search }),
      ...(extra.problem === undefined ? {} : { problem: extra.problem }),
    },
    viewerOf(event),
  );
};

/** Step 2, from step 1: the fields of step 1 are not this card's. */
export const targetsStep = (draft: WorkflowDraft, event: CardEvent): CardAnswer => ({
  kind: 'push',
  card: targetsOf(draft, { ...event, fields: {}, parameters: {} }),
  below: typeCard(draft, []),
});

/** The results on the card, when there were any. */
const shownSearch = (env: Environment, event: CardEvent): { search?: TargetSearch } => {
  const query = queryOf(event);
  if (query.text === '' && query.kind !== 'orgUnit' && query.kind !== 'domain') return {};
  const search = lastSearch(env, query);
  return search.ok ? { search: search.value } : {};
};

const redraw = (
  env: Environment,
  event: CardEvent,
  draft: Result<WorkflowDraft>,
  extra: TargetsExtra = {},
  notification?: string,
): CardAnswer => orFail(draft, (value) => update(targetsOf(value, event, { ...shownSearch(env, event), ...extra }), notification));

const search = asAdministrator((env, event) => {
  const query = queryOf(event);
  const nothing = query.text === '' && query.kind !== 'orgUnit' && query.kind !== 'domain';
  if (nothing) return redraw(env, event, loadDraft(env), { missing: [{ field: 'search', problem: problem('workflow.searchEmpty') }] });
  const found = searchTargets(env, query);
  return redraw(env, event, loadDraft(env), found.ok ? { search: found.value, resultsPage: 0 } : { problem: found.problem });
});

const added = (env: Environment, event: CardEvent, result: Result<Added>): CardAnswer =>
  orFail(result, ({ draft, added: count }) =>
    update(
      targetsOf(draft, event, { ...shownSearch(env, event), chosenPage: Number.MAX_SAFE_INTEGER }),
      count === 0 ? 'Nothing new was added.' : `${plural(count, 'entry', 'entries')} added.`,
    ),
  );

const addSelected = asAdministrator((env, event) => {
  const ticked = fields(event, 'found');
  if (ticked.length > 0) return added(env, event, addSelectedTargets(env, queryOf(event), ticked));
  return { kind: 'notify', notification: 'Tick one or more results first.' };
});

const pageTargets = asAdministrator((env, event) => {
  const page = parameter(event, 'list') === 'results' ? { resultsPage: pageNumber(event) } : { chosenPage: pageNumber(event) };
  return redraw(env, event, loadDraft(env), page);
});

const sheetCard = (
  env: Environment,
  event: CardEvent,
  extra: { readonly reading?: SheetReading; readonly problem?: Problem; readonly page?: number },
): Result<CardSpec> => {
  const columns = listSheetColumns(env);
  if (!columns.ok) return columns;
  return { ok: true, value: sheetTargetsCard({ ...columns.value, page: 0, ...extra }, viewerOf(event)) };
};

const readSheet = (env: Environment, event: CardEvent, read: ReturnType<typeof readTargetsFromSelection>): CardAnswer =>
  orFail(sheetCard(env, event, read.ok ? { reading: read.value.reading } : { problem: read.problem }), (card) =>
    update(card, read.ok ? `${plural(read.value.reading.added, 'entry', 'entries')} added.` : undefined),
  );

const readColumn = asAdministrator((env, event) => {
  const from = parseColumnValue(field(event, 'column'));
  if (from === undefined) return { kind: 'notify', notification: 'Choose a column first.' };
  return readSheet(env, event, readTargetsFromColumn(env, from));
});

const confirmOf = (list: TargetList, page: number, event: CardEvent): CardSpec => confirmCard(list, page, viewerOf(event));
const redrawConfirm = (event: CardEvent, list: Result<TargetList>, page = pageNumber(event), notification?: string): CardAnswer =>
  orFail(list, (value) => update(confirmOf(value, page, event), notification));

const openConfirm = asAdministrator((env, event) =>
  orFail(loadDraft(env), (draft) => {
    const missing = missingInTargetsStep(draft);
    if (missing.length > 0) return redraw(env, event, { ok: true, value: draft }, { missing });
    return orFail(confirmTargets(env, { again: true }), (list) => push(confirmOf(list, 0, event)));
  }),
);

const proceed = asAdministrator((env, event) => {
  const draft = proceedToActions(env, parameter(event, 'shown'));
  if (!draft.ok && draft.problem.code === 'workflow.targetsChanged') {
    return redrawConfirm(event, confirmTargets(env, { again: false }), 0, 'The list changed meanwhile. Please look at it again.');
  }
  return orFail(draft, (value) => push(actionsCard(value, [])));
});

export const targetActions = {
  searchTargets: search,
  addSelectedTargets: addSelected,
  addAllTargets: asAdministrator((env, event) => added(env, event, addAllTargets(env, queryOf(event)))),
  removeSelector: asAdministrator((env, event) => redraw(env, event, removeSelector(env, parameter(event, 'key')))),
  toggleSubUnits: asAdministrator((env, event) => redraw(env, event, toggleSubUnits(env, parameter(event, 'key')))),
  pageTargets,
  openSheetTargets: asAdministrator((env, event) => orFail(sheetCard(env, event, {}), (card) => push(card))),
  readSelectedCells: asAdministrator((env, event) => readSheet(env, event, readTargetsFromSelection(env))),
  readColumn,
  pageSheetReading: asAdministrator((env, event) => {
    const reading = lastSheetReading(env);
    return orFail(sheetCard(env, event, { ...(reading === undefined ? {} : { reading }), page: pageNumber(event) }), (card) =>
      update(card),
    );
  }),
  backToTargets: asAdministrator((env, event) =>
    orFail(loadDraft(env), (draft) => ({
      kind: 'popTo',
      name: 'targets',
      card: targetsOf(draft, { ...event, fields: {}, parameters: {} }, { chosenPage: Number.MAX_SAFE_INTEGER }),
    })),
  ),
  makeTargetsTemplate: asAdministrator((env) =>
    orFail(makeTargetsTemplate(env), (tab) => ({ kind: 'notify', notification: `The tab “${tab}” was added to the open Sheet.` })),
  ),
  openConfirm,
  confirmAgain: asAdministrator((env, event) => redrawConfirm(event, confirmTargets(env, { again: true }), 0)),
  pageConfirm: asAdministrator((env, event) => redrawConfirm(event, confirmTargets(env, { again: false }))),
  dropTarget: asAdministrator((env, event) => redrawConfirm(event, dropTarget(env, parameter(event, 'user')))),
  restoreTargets: asAdministrator((env, event) => redrawConfirm(event, restoreTargets(env), 0)),
  admitSuspended: asAdministrator((env, event) => redrawConfirm(event, admitSuspended(env, field(event, 'admitSuspended') === 'yes'))),
  proceedToActions: proceed,
} satisfies Readonly<Record<string, CardAction>>;

export const targetSuggestions = {
  suggestTargets: (env, event) => ({ items: suggestTargets(env, queryOf(event)) }),
} satisfies Readonly<Record<string, Suggest>>;
