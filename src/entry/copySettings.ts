import { chooseLabel, chooseOptions, missingInSettings, type EditedAction, type EditedCopy } from '../app/actions/editCopyContacts';
import type { Actor } from '../app/actors/identify';
import { listSourceLabels } from '../app/bridge/listSourceLabels';
import type { Environment } from '../app/Environment';
import type { CardEvent } from '../cards/CardSpec';
import { allContacts } from '../cards/labelSection';
import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import { isCopy } from '../core/workflows/Action';
import { field, fields, parameter } from './cardAction';

/** The settings of any action as they are stored. */
export const storedAction = (env: Environment, event: CardEvent): Result<EditedAction> =>
  missingInSettings(env, parameter(event, 'action'));

/** Those of a copy. */
export const storedSettings = (env: Environment, event: CardEvent): Result<EditedCopy> => {
  const stored = storedAction(env, event);
  if (!stored.ok) return stored;
  const { action, draft } = stored.value;
  return isCopy(action) ? ok({ action, draft }) : fail(problem('workflow.actionGone'));
};

/** Stores what stands on the card. Nothing of it is there before a source is chosen. */
export const storeSettings = (env: Environment, event: CardEvent, actor: Actor): Result<EditedCopy> => {
  const stored = storeOptions(env, event);
  return stored.ok ? storeLabel(env, event, actor) : stored;
};

export const storeOptions = (env: Environment, event: CardEvent): Result<EditedCopy> => {
  const edited = storedSettings(env, event);
  if (!edited.ok || edited.value.action.source === undefined) return edited;
  return chooseOptions(env, edited.value.action.actionId, fields(event, 'leaveOut'), field(event, 'evenIfExists') === 'yes');
};

/** The label and its switches. Where the labels were not listed, what was chosen before stays. */
const storeLabel = (env: Environment, event: CardEvent, actor: Actor): Result<EditedCopy> => {
  const edited = storedSettings(env, event);
  if (!edited.ok || edited.value.action.source === undefined) return edited;
  const { action } = edited.value;
  const listed = listSourceLabels(env, actor, edited.value.action.source.userId);
  if (!listed.ok) return listed;
  if (listed.value.kind !== 'ready') return edited;
  const chosen = field(event, 'label');
  if (chosen === '' || chosen === allContacts) return chooseLabel(env, action.actionId, undefined);
  const before = action.label?.resourceName === chosen ? action.label : undefined;
  const label = listed.value.labels.find((one) => one.resourceName === chosen) ?? before;
  if (label === undefined) return fail(problem('copy.labelGone', { label: action.label?.name ?? chosen }));
  return chooseLabel(env, action.actionId, {
    label: { resourceName: label.resourceName, name: label.name },
    createLabel: field(event, 'createLabel') === 'yes',
    ...(field(event, 'refuseLabel') === 'yes' ? { existingLabel: 'refuse' as const } : {}),
  });
};
