import type { Execution } from '../Execution';
import { TRIGGERS_PER_USER } from '../limits';
import { strict } from '../strict';
import { ADDON_RECURRENCE } from './limits';
import { EventType, TriggerSource } from './scriptEnums';
import type { Schedule, TriggerRecord } from './TriggerRecord';

export const TRIGGER_SCOPE = 'https://www.googleapis.com/auth/script.scriptapp';

const TOO_SHORT = 'The recurrence interval for an Add-on trigger must be at least one hour.';
const TOO_MANY = 'This script has too many triggers. Triggers must be deleted from the script before more can be added.';
const TOO_MANY_CREATED = 'This add-on has created too many time-based triggers in this document for this Google user account.';

/** `ClockTriggerBuilder.create()`: refuses what Google refuses, else adds the trigger for the effective user. */
export const createTrigger = (execution: Execution, handler: string, schedule: () => Schedule): object =>
  execution.call('ScriptApp.newTrigger.create', { scopes: [TRIGGER_SCOPE] }, () => {
    const { project, effectiveUser, kind } = execution;
    const { triggers, settings } = project;
    const wanted = schedule();
    if (wanted.kind === 'interval' && wanted.milliseconds < ADDON_RECURRENCE && settings.triggerFloor.has(kind))
      throw execution.exception(TOO_SHORT);
    const own = triggers.of(effectiveUser.id);
    if (own.length >= TRIGGERS_PER_USER) throw execution.exception(TOO_MANY);
    if (settings.oneClockTrigger && own.length > 0) throw execution.exception(TOO_MANY_CREATED);
    if (!triggers.creations.take(effectiveUser.id, 1)) throw execution.exception(TOO_MANY_CREATED);
    return triggerObject(triggers.add(effectiveUser.id, handler, wanted));
  });

const handedOut = new WeakMap<object, string>();

/** Unique id of a trigger that a script holds; undefined for any other value. */
export const triggerId = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? handedOut.get(value) : undefined;

/** `Trigger` (https://developers.google.com/apps-script/reference/script/trigger). */
export const triggerObject = (record: TriggerRecord): object => {
  const trigger = strict('Trigger', {
    getUniqueId: () => record.uid,
    getHandlerFunction: () => record.handler,
    getEventType: () => EventType.CLOCK,
    getTriggerSource: () => TriggerSource.CLOCK,
    getTriggerSourceId: () => null,
  });
  handedOut.set(trigger, record.uid);
  return trigger;
};
