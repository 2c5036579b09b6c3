import type { Actor } from '../app/actors/identify';
import { listSourceLabels, type LabelsState } from '../app/bridge/listSourceLabels';
import type { Environment } from '../app/Environment';
import { nextSweep } from '../app/runs/nextSweep';
import {
  editSync,
  editSyncDraft,
  findSyncDraft,
  loadSyncDraft,
  ofType,
  previewSyncDraft,
  startSync,
  takenOutBy,
} from '../app/sync/syncDrafts';
import { loadChosen } from '../app/targets/chosenSelection';
import { findSourceUser } from '../app/targets/findSourceUser';
import { button } from '../cards/button';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { draftCard } from '../cards/draftCard';
import { allContacts } from '../cards/labelSection';
import { syncBasicsCard } from '../cards/syncBasicsCard';
import { syncOptionsCard } from '../cards/syncOptionsCard';
import { syncReviewCard } from '../cards/syncReviewCard';
import { syncSourceCard, type SyncSourceView } from '../cards/syncSourceCard';
import { readLeaveOut } from '../core/contacts/leaveOut';
import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import { missingInSync } from '../core/sync/missingInSync';
import { driftChecks, driftModes, type SyncDraft } from '../core/sync/Sync';
import type { Missing } from '../core/workflows/missing';
import { asAdministrator, field, fields, orFail, parameter, push, update, viewerOf, type CardAction } from './cardAction';
import { cardOf } from './requestActions';
import { placeOf, targetsOf } from './targetActions';

/** What keeps a step from being left. */
const missingAt = (draft: SyncDraft, ...names: readonly string[]): readonly Missing[] =>
  missingInSync(draft).filter((one) => names.includes(one.field));

/** A value of a list of choices; what it was when the card holds none of them. */
const oneOf = <T extends string>(event: CardEvent, name: string, choices: readonly T[], before: T): T =>
  choices.find((one) => one === field(event, name)) ?? before;

const isOn = (event: CardEvent, name: string): boolean => field(event, name) === 'yes';

/** -1 for what is no number: it is named at its field. */
const numberIn = (event: CardEvent, name: string): number => {
  const text = field(event, name).trim().replace(',', '.').replace(/\s*%$/, '');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : -1;
};

const basics = (draft: SyncDraft): CardAnswer => push(syncBasicsCard(draft, []));

/** S48: what is half filled is offered before `other` throws it away. */
const unlessBegun = (env: Environment, other: Parameters<typeof button>, begin: () => CardAnswer): CardAnswer => {
  const kept = findSyncDraft(env);
  const isBegun = kept !== undefined && (kept.draft.name !== '' || kept.draft.destinations.selectors.length > 0);
  if (!isBegun) return begin();
  const view = { name: kept.draft.name, savedAt: kept.savedAt };
  return push(draftCard(view, env.now(), { what: 'a contact sync without a name', goOn: 'resumeSyncDraft', other: button(...other) }));
};

const sourceOf = (
  env: Environment,
  event: CardEvent,
  actor: Actor,
  draft: SyncDraft,
  extra: Partial<Pick<SyncSourceView, 'missing' | 'problem'>> & { readonly again?: boolean } = {},
): CardSpec => {
  const { again = false, missing = [], ...rest } = extra;
  let labels: LabelsState | undefined;
  if (draft.source?.kind === 'personal') {
    const listed = listSourceLabels(env, actor, draft.source.userId, { again });
    labels = listed.ok ? listed.value : { kind: 'failed', problem: listed.problem };
  }
  const nextLookAt = nextSweep(env, actor.installation, labels?.kind === 'preparing' ? labels.askedAt : env.now());
  const view = { draft, nextLookAt, now: env.now(), missing, ...rest, ...(labels === undefined ? {} : { labels }) };
  return syncSourceCard(view, viewerOf(event));
};

const targetsCardOf = (env: Environment, event: CardEvent, place: 'destinations' | 'users'): Result<CardSpec> => {
  const chosen = loadChosen(env, place);
  return chosen.ok ? ok(targetsOf(chosen.value, { ...event, fields: {}, parameters: {} })) : chosen;
};

const saveBasics = asAdministrator((env, event, actor) =>
  orFail(
    editSyncDraft(env, (before) => ({
      ...ofType(before, field(event, 'type') === 'directory' ? 'directory' : 'personal'),
      name: field(event, 'name').trim(),
      description: field(event, 'description').trim(),
    })),
    (draft) => {
      const missing = missingAt(draft, 'name', 'description');
      const below = syncBasicsCard(draft, missing);
      if (missing.length > 0) return update(below);
      if (draft.source?.kind !== 'directory') return { kind: 'push', card: sourceOf(env, event, actor, draft), below };
      return orFail(targetsCardOf(env, event, 'users'), (card) => ({ kind: 'push', card, below }));
    },
  ),
);

const chooseSource = asAdministrator((env, event, actor) => {
  const found = findSourceUser(env, actor, field(event, 'source'));
  if (!found.ok) {
    const why = found.problem;
    const extra = why.code === 'workflow.sourceMissing' ? { missing: [{ field: 'source', problem: why }] } : { problem: why };
    return orFail(loadSyncDraft(env), (draft) => update(sourceOf(env, event, actor, draft, extra)));
  }
  const { userId, email } = found.value;
  const group = { resourceName: '', name: '' };
  const chosen = editSyncDraft(env, (before) => ({ ...before, source: { kind: 'personal', userId, email, group } }));
  return orFail(chosen, (draft) => update(sourceOf(env, event, actor, draft)));
});

/** The label that stands on the card. Where the labels were not listed, what was chosen before stays. */
const storeLabel = (env: Environment, event: CardEvent, actor: Actor): Result<SyncDraft> => {
  const draft = loadSyncDraft(env);
  if (!draft.ok || draft.value.source?.kind !== 'personal') return draft;
  const { source } = draft.value;
  const listed = listSourceLabels(env, actor, source.userId);
  if (!listed.ok) return listed;
  const resourceName = field(event, 'label');
  if (listed.value.kind !== 'ready' || resourceName === source.group.resourceName) return draft;
  const label = listed.value.labels.find((one) => one.resourceName === resourceName);
  if (label === undefined && resourceName !== '' && resourceName !== allContacts)
    return fail(problem('copy.labelGone', { label: resourceName }));
  const group = { resourceName: label?.resourceName ?? '', name: label?.name ?? '' };
  return editSyncDraft(env, (before) => ({ ...before, source: { ...source, group } }));
};

const redrawSource = (again: boolean): CardAction =>
  asAdministrator((env, event, actor) => orFail(loadSyncDraft(env), (draft) => update(sourceOf(env, event, actor, draft, { again }))));

/** "Next" also takes a user who was typed but not yet confirmed by the button. */
const saveSource = asAdministrator((env, event, actor) => {
  const before = loadSyncDraft(env);
  if (before.ok && before.value.source === undefined && field(event, 'source') !== '') return chooseSource(env, event);
  return orFail(storeLabel(env, event, actor), (draft) => {
    const missing = missingAt(draft, 'source', 'group');
    if (missing.length > 0) return update(sourceOf(env, event, actor, draft, { missing }));
    return orFail(targetsCardOf(env, event, 'destinations'), (card) => push(card));
  });
});

/** From the users of the directory to the destinations, and on to the options. */
const afterTargets = asAdministrator((env, event) => {
  const place = placeOf(event) === 'users' ? 'users' : 'destinations';
  return orFail(loadSyncDraft(env), (draft) => {
    const missing = missingAt(draft, place);
    if (missing.length > 0)
      return orFail(loadChosen(env, place), (chosen) => update(targetsOf(chosen, { ...event, fields: {} }, { missing })));
    if (place === 'destinations') return push(syncOptionsCard(draft, []));
    return orFail(targetsCardOf(env, event, 'destinations'), (card) => push(card));
  });
});

const includeHidden = asAdministrator((env, event) => {
  const stored = editSyncDraft(env, (before) => {
    if (before.source?.kind !== 'directory') return before;
    const { kind, users } = before.source;
    return { ...before, source: { kind, users, ...(isOn(event, 'includeHidden') ? { includeHidden: true } : {}) } };
  });
  return orFail(stored, () => ({
    kind: 'notify',
    notification: isOn(event, 'includeHidden') ? 'Hidden users, too.' : 'Without hidden users.',
  }));
});

const saveOptions = asAdministrator((env, event, actor) => {
  const share = numberIn(event, 'guardShare');
  const stored = editSyncDraft(env, (before) => ({
    ...before,
    targetGroupName: field(event, 'targetGroupName').trim(),
    existingLabel: oneOf(event, 'existingLabel', ['join', 'refuse'], before.existingLabel),
    myContacts: isOn(event, 'myContacts'),
    existingContacts: oneOf(event, 'existingContacts', ['skip', 'adopt'], before.existingContacts),
    leaveOut: readLeaveOut(fields(event, 'leaveOut')),
    nightly: isOn(event, 'nightly'),
    drift: {
      mode: oneOf(event, 'driftMode', driftModes, before.drift.mode),
      check: oneOf(event, 'driftCheck', driftChecks, before.drift.check),
    },
    leavers: oneOf(event, 'leavers', ['remove', 'keep'], before.leavers),
    suspended: oneOf(event, 'suspended', ['skip', 'remove'], before.suspended),
    guard: { share: share < 0 ? share : share / 100, contacts: numberIn(event, 'guardContacts') },
  }));
  return orFail(stored, (draft) => {
    const missing = missingAt(draft, 'targetGroupName', 'guardShare', 'guardContacts');
    if (missing.length > 0) return update(syncOptionsCard(draft, missing));
    return {
      kind: 'push',
      card: syncReviewCard({ draft, missing: missingInSync(draft), takenOut: takenOutBy(env, actor, draft) }),
      below: syncOptionsCard(draft, []),
    };
  });
});

/** G8–G36: the wizard of a contact sync. */
export const syncWizardActions = {
  addSync: asAdministrator((env) =>
    unlessBegun(env, ['Start a new one', 'startFreshSync', {}, { altText: 'Discard the draft and start a new contact sync' }], () =>
      orFail(startSync(env), basics),
    ),
  ),
  startFreshSync: asAdministrator((env) => orFail(startSync(env), basics)),
  resumeSyncDraft: asAdministrator((env) => orFail(loadSyncDraft(env), basics)),
  /** G46, and "Duplicate" with `asNew`. `fresh`: a draft of another one may go. */
  editSync: asAdministrator((env, event, actor) => {
    const [sync, asNew] = [parameter(event, 'sync'), parameter(event, 'asNew')];
    const begin = (): CardAnswer => orFail(editSync(env, actor, sync, asNew === 'yes'), basics);
    if (parameter(event, 'fresh') === 'yes') return begin();
    const altText = 'Discard the draft and edit this contact sync';
    return unlessBegun(env, ['Edit this one instead', 'editSync', { sync, asNew, fresh: 'yes' }, { altText }], begin);
  }),
  saveSyncBasics: saveBasics,
  chooseSyncSource: chooseSource,
  forgetSyncSource: asAdministrator((env, event, actor) => {
    const forgotten = editSyncDraft(env, ({ source: _source, ...rest }) => rest);
    return orFail(forgotten, (draft) => update(sourceOf(env, event, actor, draft)));
  }),
  chooseSyncLabel: asAdministrator((env, event, actor) =>
    orFail(storeLabel(env, event, actor), (draft) => update(sourceOf(env, event, actor, draft))),
  ),
  showSyncLabels: redrawSource(false),
  refreshSyncLabels: redrawSource(true),
  saveSyncSource: saveSource,
  afterTargets,
  includeHidden,
  saveSyncOptions: saveOptions,
  previewSync: asAdministrator((env, event, actor) => {
    const takenOut = (['keep', 'remove'] as const).find((one) => one === field(event, 'takenOut'));
    const meant = { ...(isOn(event, 'runNow') ? {} : { later: true as const }), ...(takenOut === undefined ? {} : { takenOut }) };
    return orFail(previewSyncDraft(env, actor, meant), ({ id }) => orFail(cardOf(env, event, actor, id), (shown) => push(shown)));
  }),
} satisfies Readonly<Record<string, CardAction>>;
