import {
  finishAction,
  chooseSourceUser,
  forgetSourceUser,
  missingInSettings,
  moveActionUp,
  openAction,
  removeAction,
  suggestUsers,
  type EditedAction,
  type EditedCopy,
} from '../app/actions/editCopyContacts';
import {
  addGroup,
  addSpace,
  chooseOrgUnit,
  dropSetting,
  setField,
  suggestPlaces,
  type EditedUserAction,
} from '../app/actions/editUserAction';
import type { Actor } from '../app/actors/identify';
import { findSpaces, suggestSpaces } from '../app/bridge/findSpaces';
import { listSourceLabels, type LabelsState } from '../app/bridge/listSourceLabels';
import type { Environment } from '../app/Environment';
import { nextSweep } from '../app/runs/nextSweep';
import { isConfirmedTarget } from '../app/targets/confirmedTargets';
import { actionListCard, actionsCard } from '../cards/actionsCard';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { userActionCard } from '../cards/userActionCard';
import { copyContactsCard, type CopyContactsView } from '../cards/copyContactsCard';
import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { isCopy, isRemoval, needsContacts } from '../core/workflows/Action';
import { findActionKinds } from '../core/workflows/actionKinds';
import type { DirectoryActionDraft, WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { storedAction, storedSettings, storeOptions, storeSettings } from './copySettings';
import { asAdministrator, field, orFail, parameter, push, update, viewerOf, type CardAction, type Suggest } from './cardAction';
import { removalActions, removalSettings, saveRemoval } from './removalActions';

const settings = (
  env: Environment,
  event: CardEvent,
  actor: Actor,
  edited: EditedCopy,
  extra: Partial<Pick<CopyContactsView, 'missing' | 'problem'>> & { readonly again?: boolean } = {},
): CardSpec => {
  const { action, draft } = edited;
  const { again = false, missing = [], ...rest } = extra;
  let labels: LabelsState | undefined;
  if (action.source !== undefined) {
    const listed = listSourceLabels(env, actor, action.source.userId, { again });
    labels = listed.ok ? listed.value : { kind: 'failed', problem: listed.problem };
  }
  const sourceIsTarget = action.source !== undefined && isConfirmedTarget(env, actor, draft, action.source);
  return copyContactsCard(
    {
      draft: action,
      nextLookAt: nextSweep(env, actor.installation, labels?.kind === 'preparing' ? labels.askedAt : env.now()),
      now: env.now(),
      missing,
      sourceIsTarget,
      ...rest,
      ...(labels === undefined ? {} : { labels }),
    },
    viewerOf(event),
  );
};

/** The card of any action's settings. */
const settingsOf = (env: Environment, event: CardEvent, actor: Actor, { draft, action }: EditedAction): CardSpec => {
  if (isRemoval(action)) return removalSettings(env, event, actor, action);
  return isCopy(action) ? settings(env, event, actor, { draft, action }) : userActionCard({ draft: action, missing: [] }, viewerOf(event));
};

const redraw = (env: Environment, event: CardEvent, actor: Actor, edited: Result<EditedCopy>, again = false): CardAnswer =>
  orFail(edited, (value) => update(settings(env, event, actor, value, { again })));

const chooseSource = asAdministrator((env, event, actor) => {
  const chosen = chooseSourceUser(env, actor, parameter(event, 'action'), field(event, 'source'));
  if (chosen.ok) return update(settings(env, event, actor, chosen.value));
  const why = chosen.problem;
  const extra = why.code === 'workflow.sourceMissing' ? { missing: [{ field: 'source', problem: why }] } : { problem: why };
  return orFail(storedSettings(env, event), (edited) => update(settings(env, event, actor, edited, extra)));
});

/** A setting that was chosen, or why it cannot be, on the card. */
const redrawUserAction = (env: Environment, event: CardEvent, changed: Result<EditedUserAction>): CardAnswer => {
  if (changed.ok) return update(userActionCard({ draft: changed.value.action, missing: [] }, viewerOf(event)));
  return orFail(storedAction(env, event), ({ action }) =>
    needsContacts(action)
      ? { kind: 'pop' }
      : update(userActionCard({ draft: action, missing: [], problem: changed.problem }, viewerOf(event))),
  );
};

/** What stands in the fields of the card becomes a setting. */
const addSettingTo = (env: Environment, event: CardEvent, actor: Actor, action: DirectoryActionDraft): Result<EditedUserAction> => {
  if (action.kind === 'setUserFields') return setField(env, action.actionId, field(event, 'field'), field(event, 'value'));
  return action.kind === 'moveToOrgUnit'
    ? chooseOrgUnit(env, actor, action.actionId, field(event, 'orgUnit'))
    : addGroup(env, actor, action.actionId, field(event, 'group'));
};

/** What the typed words find, below the field. */
const showSpaces = (env: Environment, event: CardEvent, actor: Actor, draft: DirectoryActionDraft): CardAnswer => {
  const text = field(event, 'space');
  const missing = text.trim() === '' ? [{ field: 'space', problem: problem('workflow.spacesMissing') }] : [];
  const found = missing.length > 0 ? undefined : findSpaces(env, actor, text);
  if (found?.ok === false) return redrawUserAction(env, event, found);
  const now = env.now();
  const spaces =
    found?.value.kind === 'asked'
      ? { ...found.value, nextLookAt: nextSweep(env, actor.installation, found.value.askedAt), now }
      : found?.value;
  return update(userActionCard({ draft, missing, ...(spaces === undefined ? {} : { spaces }) }, viewerOf(event)));
};

/** "Save" also takes what was typed but not yet added by its button. */
const saveUserAction = (env: Environment, event: CardEvent, actor: Actor, action: DirectoryActionDraft): CardAnswer => {
  if (['value', 'group', 'orgUnit'].some((name) => field(event, name) !== '')) {
    const added = addSettingTo(env, event, actor, action);
    if (!added.ok) return redrawUserAction(env, event, added);
  }
  const unconfirmed = action.kind === 'suspendUser' && field(event, 'confirmed') !== 'yes';
  const missing = unconfirmed
    ? [{ field: 'confirmed', problem: problem('workflow.suspensionNotConfirmed') }]
    : missingOf(env, action.actionId);
  if (missing.length > 0) return update(userActionCard({ draft: action, missing }, viewerOf(event)));
  return orFail(finishAction(env, action.actionId), (draft) => ({ kind: 'popTo', name: 'actions', card: actionsCard(draft, []) }));
};

/** "Save" also takes a source that was typed but not yet confirmed by its button. */
const saveAction = asAdministrator((env, event, actor) => {
  const any = storedAction(env, event);
  if (any.ok && isRemoval(any.value.action)) return saveRemoval(env, event, actor, any.value.action);
  if (any.ok && !needsContacts(any.value.action)) return saveUserAction(env, event, actor, any.value.action);
  const before = storedSettings(env, event);
  if (before.ok && before.value.action.source === undefined && field(event, 'source') !== '') return chooseSource(env, event);
  const stored = storeSettings(env, event, actor);
  if (!stored.ok) return orFail(stored, () => ({ kind: 'pop' }));
  return orFail(storedSettings(env, event), (edited) => {
    const missing = missingOf(env, edited.action.actionId);
    if (missing.length > 0) return update(settings(env, event, actor, edited, { missing }));
    return orFail(finishAction(env, edited.action.actionId), (draft) => ({ kind: 'popTo', name: 'actions', card: actionsCard(draft, []) }));
  });
});

const missingOf = (env: Environment, actionId: string): CopyContactsView['missing'] => {
  const result = missingInSettings(env, actionId);
  return result.ok ? result.value.missing : [];
};

const redrawActions = (draft: Result<WorkflowDraft>): CardAnswer => orFail(draft, (value) => update(actionsCard(value, [])));

export const stepActions = {
  ...removalActions,
  openActionList: asAdministrator(() => push(actionListCard(findActionKinds(''), ''))),
  searchActions: asAdministrator((_env, event) => {
    const text = field(event, 'searchActions');
    return update(actionListCard(findActionKinds(text), text));
  }),
  /** The list gives way to the settings: back from there leads to the actions. */
  addAction: asAdministrator((env, event, actor) =>
    orFail(openAction(env, parameter(event, 'kind')), (edited) => update(settingsOf(env, event, actor, edited))),
  ),
  editAction: asAdministrator((env, event, actor) =>
    orFail(storedAction(env, event), (edited) => push(settingsOf(env, event, actor, edited))),
  ),
  removeAction: asAdministrator((env, event) => redrawActions(removeAction(env, parameter(event, 'action')))),
  moveActionUp: asAdministrator((env, event) => redrawActions(moveActionUp(env, parameter(event, 'action')))),
  chooseSource,
  forgetSource: asAdministrator((env, event, actor) => {
    const stored = storeOptions(env, event);
    return redraw(env, event, actor, stored.ok ? forgetSourceUser(env, parameter(event, 'action')) : stored);
  }),
  chooseLabel: asAdministrator((env, event, actor) => redraw(env, event, actor, storeSettings(env, event, actor))),
  changeOptions: asAdministrator((env, event, actor) => redraw(env, event, actor, storeSettings(env, event, actor))),
  showLabels: asAdministrator((env, event, actor) => redraw(env, event, actor, storeOptions(env, event))),
  refreshLabels: asAdministrator((env, event, actor) => redraw(env, event, actor, storeOptions(env, event), true)),
  saveAction,
  addSetting: asAdministrator((env, event, actor) =>
    orFail(storedAction(env, event), ({ action }) => {
      if (needsContacts(action)) return { kind: 'pop' };
      return 'spaces' in action
        ? showSpaces(env, event, actor, action)
        : redrawUserAction(env, event, addSettingTo(env, event, actor, action));
    }),
  ),
  addSpace: asAdministrator((env, event, actor) =>
    redrawUserAction(env, event, addSpace(env, actor, parameter(event, 'action'), parameter(event, 'text'), parameter(event, 'space'))),
  ),
  dropSetting: asAdministrator((env, event) =>
    redrawUserAction(env, event, dropSetting(env, parameter(event, 'action'), parameter(event, 'key'))),
  ),
} satisfies Readonly<Record<string, CardAction>>;

export const stepSuggestions = {
  suggestGroups: (env, event) => ({ items: suggestPlaces(env, 'group', field(event, 'group')) }),
  suggestOrgUnits: (env, event) => ({ items: suggestPlaces(env, 'orgUnit', field(event, 'orgUnit')) }),
  suggestSpaces: (env, event) => ({ items: suggestSpaces(env, field(event, 'space')) }),
  suggestUsers: (env, event) => ({ items: suggestUsers(env, field(event, 'source')) }),
} satisfies Readonly<Record<string, Suggest>>;
