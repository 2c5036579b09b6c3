import { loadChosen, selectionPlaces, type Chosen, type SelectionPlace } from '../app/targets/chosenSelection';
import { addFound, leaveOutFound, letUserIn, removeSelector, toggleSubUnits, type Added } from '../app/targets/chooseTargets';
import { confirmTargets, type ListView, type ShownState } from '../app/targets/confirmTargets';
import { admitSuspended, dropTarget, restoreTargets } from '../app/targets/editTargetList';
import { proceedToActions } from '../app/targets/proceedToActions';
import { forgetSearch, keptSearch, lastSearch, searchTargets, suggestTargets, type TargetSearch } from '../app/targets/searchTargets';
import { searchKinds, type SearchKind } from '../app/targets/SearchKind';
import { loadDraft } from '../app/workflow/drafts';
import type { Actor } from '../app/actors/identify';
import { askSearch } from '../app/bridge/askSearch';
import type { Environment } from '../app/Environment';
import { nextSweep } from '../app/runs/nextSweep';
import { actionsCard } from '../cards/actionsCard';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { confirmCard, confirmWaitCard } from '../cards/confirmCard';
import { typeCard } from '../cards/typeCard';
import { searchFields, targetsCard, type SearchField, type TargetsView } from '../cards/targetsCard';
import { problem, type Problem } from '../core/base/Problem';
import { plural } from '../core/base/plural';
import type { Result } from '../core/base/Result';
import { missingInTargetsStep } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { newUsersOf } from './newUserActions';
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

/** The field that was filled. */
const searchFieldOf = (event: CardEvent): SearchField => searchFields.find((name) => field(event, name) !== '') ?? searchFields[0];

const queryOf = (event: CardEvent): Query => ({
  text: field(event, searchFieldOf(event)),
  kind: searchKinds.find((kind) => kind === field(event, 'kind')) ?? 'all',
});

interface TargetsExtra {
  readonly searchField?: SearchField;
  readonly search?: TargetSearch;
  readonly waiting?: TargetsView['waiting'];
  readonly problem?: Problem;
  readonly missing?: TargetsView['missing'];
  readonly resultsPage?: number;
  readonly chosenPage?: number;
}

/** Whose choice the card is about. */
export const placeOf = (event: CardEvent): SelectionPlace =>
  selectionPlaces.find((one) => one === parameter(event, 'place')) ?? selectionPlaces[0];

const ofSource = (chosen: Chosen): { includeHidden?: boolean } =>
  chosen.place !== 'targets' && chosen.draft.source?.kind === 'directory'
    ? { includeHidden: chosen.draft.source.includeHidden === true }
    : {};

export const targetsOf = (chosen: Chosen, event: CardEvent, extra: TargetsExtra = {}): CardSpec => {
  const query = queryOf(event);
  return targetsCard(
    {
      place: chosen.place,
      name: chosen.name,
      selection: chosen.selection,
      ...ofSource(chosen),
      kind: query.kind,
      text: query.text,
      searchField: extra.searchField ?? searchFieldOf(event),
      missing: extra.missing ?? [],
      resultsPage: extra.resultsPage ?? pageNumber(event, 'resultsPage'),
      chosenPage: extra.chosenPage ?? pageNumber(event, 'chosenPage'),
      ...(extra.search === undefined ? {} : { search: extra.search }),
      ...(extra.waiting === undefined ? {} : { waiting: extra.waiting }),
      ...(extra.problem === undefined ? {} : { problem: extra.problem }),
    },
    viewerOf(event),
  );
};

/** Step 2, from step 1: the fields of step 1 are not this card's. */
export const targetsStep = (env: Environment, draft: WorkflowDraft, event: CardEvent): CardAnswer => {
  const bare = { ...event, fields: {}, parameters: {} };
  const below = typeCard(draft, [], viewerOf(event));
  if (draft.type === 'onboard') return { kind: 'push', card: newUsersOf(env, bare, draft), below };
  return orFail(loadChosen(env, 'targets'), (chosen) => ({ kind: 'push', card: targetsOf(chosen, bare), below }));
};

/** The results on the card, when there were any. */
const shownSearch = (env: Environment, event: CardEvent): { search?: TargetSearch } => {
  const query = queryOf(event);
  if (query.text === '') {
    const kept = keptSearch(env, query);
    return kept === undefined ? {} : { search: kept };
  }
  const search = lastSearch(env, query);
  return search.ok ? { search: search.value } : {};
};

const redraw = (env: Environment, event: CardEvent, draft: Result<Chosen>, extra: TargetsExtra = {}, notification?: string): CardAnswer =>
  orFail(draft, (value) => update(targetsOf(value, event, { ...shownSearch(env, event), ...extra }), notification));

/** S43: the operator searches for a delegate; pressed again, the answer is there. */
const searchByOperator = (env: Environment, event: CardEvent, actor: Actor, query: Query): CardAnswer => {
  const asked = askSearch(env, actor, query);
  if (!asked.ok) return redraw(env, event, loadChosen(env, placeOf(event)), { problem: asked.problem });
  if (asked.value.kind === 'found')
    return redraw(env, event, loadChosen(env, placeOf(event)), { search: asked.value.search, resultsPage: 0 });
  const { pageUrl, askedAt } = asked.value;
  const nextLookAt = nextSweep(env, actor.installation, askedAt);
  return orFail(loadChosen(env, placeOf(event)), (chosen) =>
    update(targetsOf(chosen, event, { waiting: { pageUrl, nextLookAt, now: env.now() } })),
  );
};

const search = asAdministrator((env, event, actor) => {
  const query = queryOf(event);
  const nothing = query.text === '' && query.kind !== 'orgUnit' && query.kind !== 'domain';
  if (nothing)
    return redraw(env, event, loadChosen(env, placeOf(event)), {
      missing: [{ field: 'search', problem: problem('workflow.searchEmpty') }],
    });
  if (actor.isDelegate) return searchByOperator(env, event, actor, query);
  const found = searchTargets(env, query);
  return redraw(
    env,
    event,
    loadChosen(env, placeOf(event)),
    found.ok ? { search: found.value, resultsPage: 0 } : { problem: found.problem },
  );
});

/** What the results on the card were searched for, whatever was typed since. */
const searchedFor = (event: CardEvent): Query =>
  queryOf({ ...event, fields: { search: [parameter(event, 'text')], kind: [parameter(event, 'kind')] } });

/** The results are closed and the search is empty: what is seen next is what was chosen. */
const added = (env: Environment, event: CardEvent, result: Result<Added>, done = 'added'): CardAnswer =>
  orFail(result, ({ chosen, added: count }) => {
    forgetSearch(env);
    return update(
      targetsOf(
        chosen,
        { ...event, fields: { kind: fields(event, 'kind') }, parameters: {} },
        {
          chosenPage: Number.MAX_SAFE_INTEGER,
          searchField: searchFieldOf(event) === searchFields[0] ? searchFields[1] : searchFields[0],
        },
      ),
      count === 0 ? `Nothing new was ${done}.` : `${plural(count, 'entry', 'entries')} ${done}.`,
    );
  });

/** A button below the results that is about the ticked ones. */
const withTicked = (act: typeof leaveOutFound, done?: string): CardAction =>
  asAdministrator((env, event) => {
    const ticked = fields(event, 'found');
    if (ticked.length > 0) return added(env, event, act(env, placeOf(event), searchedFor(event), ticked), done);
    return { kind: 'notify', notification: 'Tick one or more results first.' };
  });

const pageTargets = asAdministrator((env, event) => {
  const page = parameter(event, 'list') === 'results' ? { resultsPage: pageNumber(event) } : { chosenPage: pageNumber(event) };
  return redraw(env, event, loadChosen(env, placeOf(event)), page);
});

const confirmOf = (env: Environment, event: CardEvent, actor: Actor, state: ShownState): CardSpec => {
  if (state.kind === 'listed') return confirmCard(state, viewerOf(event));
  const waitingSince = state.kind === 'preparing' ? state.askedAt : env.now();
  return confirmWaitCard(
    {
      draft: state.draft,
      ...(state.kind === 'refused' ? { problem: state.problem } : {}),
      pageUrl: state.kind === 'preparing' ? state.pageUrl : '',
      nextLookAt: nextSweep(env, actor.installation, waitingSince),
      now: env.now(),
    },
    viewerOf(event),
  );
};

const listView = (event: CardEvent, again: ListView['again'] = 'keep'): ListView => ({
  again,
  page: pageNumber(event),
  find: field(event, 'find'),
});
const wholeList = (again: ListView['again']): ListView => ({ again, page: 0, find: '' });

const redrawConfirm = (env: Environment, event: CardEvent, actor: Actor, state: Result<ShownState>, notification?: string): CardAnswer =>
  orFail(state, (value) => update(confirmOf(env, event, actor, value), notification));

/** A button of the confirmation card that shows the list again. */
const onList = (act: (env: Environment, event: CardEvent, actor: Actor) => Result<ShownState>): CardAction =>
  asAdministrator((env, event, actor) => redrawConfirm(env, event, actor, act(env, event, actor)));

const openConfirm = asAdministrator((env, event, actor) =>
  orFail(loadDraft(env), (draft) => {
    const missing = missingInTargetsStep(draft);
    if (missing.length > 0 && draft.type === 'onboard') return update(newUsersOf(env, event, draft, { missing }));
    if (missing.length > 0) return redraw(env, event, loadChosen(env, 'targets'), { missing });
    return orFail(confirmTargets(env, actor, wholeList('ifSmall')), (state) => push(confirmOf(env, event, actor, state)));
  }),
);

const drop: CardAction = onList((env, event, actor) => {
  const place = {
    userId: parameter(event, 'user'),
    at: Number(parameter(event, 'at')),
    suspended: parameter(event, 'suspended') !== '',
    lookAlike: parameter(event, 'lookAlike') !== '',
  };
  return dropTarget(env, actor, { list: parameter(event, 'list'), place }, listView(event));
});

const proceed = asAdministrator((env, event, actor) => {
  const draft = proceedToActions(env, actor, parameter(event, 'shown'));
  if (!draft.ok && draft.problem.code === 'workflow.targetsChanged') {
    const state = confirmTargets(env, actor, wholeList('keep'));
    return redrawConfirm(env, event, actor, state, 'The list changed meanwhile. Please look at it again.');
  }
  return orFail(draft, (value) => push(actionsCard(value, [])));
});

export const targetActions = {
  searchTargets: search,
  addSelectedTargets: withTicked(addFound),
  addAllTargets: asAdministrator((env, event) => added(env, event, addFound(env, placeOf(event), searchedFor(event)))),
  leaveOutTargets: withTicked(leaveOutFound, 'left out'),
  letUserIn: asAdministrator((env, event) => redraw(env, event, letUserIn(env, placeOf(event), parameter(event, 'user')))),
  removeSelector: asAdministrator((env, event) => redraw(env, event, removeSelector(env, placeOf(event), parameter(event, 'key')))),
  toggleSubUnits: asAdministrator((env, event) => redraw(env, event, toggleSubUnits(env, placeOf(event), parameter(event, 'key')))),
  pageTargets,
  backToTargets: asAdministrator((env, event) =>
    orFail(loadChosen(env, placeOf(event)), (chosen) => ({
      kind: 'popTo',
      name: chosen.place,
      card: targetsOf(chosen, { ...event, fields: {}, parameters: {} }, { chosenPage: Number.MAX_SAFE_INTEGER }),
    })),
  ),
  openConfirm,
  confirmAgain: onList((env, _event, actor) => confirmTargets(env, actor, wholeList('always'))),
  showConfirm: onList((env, _event, actor) => confirmTargets(env, actor, wholeList('keep'))),
  pageConfirm: onList((env, event, actor) => confirmTargets(env, actor, { ...listView(event), find: '' })),
  findTarget: onList((env, event, actor) => confirmTargets(env, actor, listView(event))),
  showWholeList: onList((env, _event, actor) => confirmTargets(env, actor, wholeList('keep'))),
  dropTarget: drop,
  restoreTargets: onList((env, event, actor) => restoreTargets(env, actor, listView(event))),
  admitSuspended: onList((env, event, actor) => admitSuspended(env, actor, field(event, 'admitSuspended') === 'yes', listView(event))),
  proceedToActions: proceed,
} satisfies Readonly<Record<string, CardAction>>;

export const targetSuggestions = {
  suggestTargets: (env, event) => ({ items: suggestTargets(env, queryOf(event)) }),
} satisfies Readonly<Record<string, Suggest>>;
