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
} from '../app/actions/editCopyContacts';
import type { Actor } from '../app/actors/identify';
import { listSourceLabels, type LabelsState } from '../app/bridge/listSourceLabels';
import type { Environment } from '../app/Environment';
import { nextSweep } from '../app/runs/nextSweep';
import { isConfirmedTarget } from '../app/targets/confirmedTargets';
import { actionListCard, actionsCard } from '../cards/actionsCard';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { copyContactsCard, type CopyContactsView } from '../cards/copyContactsCard';
import type { Result } from '../core/base/Result';
import { findActionKinds } from '../core/workflows/actionKinds';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { storedSettings, storeOptions, storeSettings } from './copySettings';
import { asAdministrator, field, orFail, parameter, push, update, viewerOf, type CardAction, type Suggest } from './cardAction';

const settings = (
  env: Environment,
  event: CardEvent,
  actor: Actor,
  edited: EditedAction,
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

const redraw = (env: Environment, event: CardEvent, actor: Actor, edited: Result<EditedAction>, again = false): CardAnswer =>
  orFail(edited, (value) => update(settings(env, event, actor, value, { again })));

const chooseSource = asAdministrator((env, event, actor) => {
  const chosen = chooseSourceUser(env, actor, parameter(event, 'action'), field(event, 'source'));
  if (chosen.ok) return update(settings(env, event, actor, chosen.value));
  const why = chosen.problem;
  const extra = why.code === 'workflow.sourceMissing' ? { missing: [{ field: 'source', problem: why }] } : { problem: why };
  return orFail(storedSettings(env, event), (edited) => update(settings(env, event, actor, edited, extra)));
});

/** "Save" also takes a source that was typed but not yet confirmed by its button. */
const saveAction = asAdministrator((env, event, actor) => {
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
  openActionList: asAdministrator(() => push(actionListCard(findActionKinds(''), ''))),
  searchActions: asAdministrator((_env, event) => {
    const text = field(event, 'searchActions');
    return update(actionListCard(findActionKinds(text), text));
  }),
  /** The list gives way to the settings: back from there leads to the actions. */
  addAction: asAdministrator((env, event, actor) =>
    orFail(openAction(env, parameter(event, 'kind')), (edited) => update(settings(env, event, actor, edited))),
  ),
  editAction: asAdministrator((env, event, actor) =>
    orFail(storedSettings(env, event), (edited) => push(settings(env, event, actor, edited))),
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
} satisfies Readonly<Record<string, CardAction>>;

export const stepSuggestions = {
  suggestUsers: (env, event) => ({ items: suggestUsers(env, field(event, 'source')) }),
} satisfies Readonly<Record<string, Suggest>>;
