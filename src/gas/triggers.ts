import type { Result } from '../core/base/Result';
import { ok } from '../core/base/Result';
import { attempt } from './attempt';
import type { PropertyStore } from './propertyStore';
import { textOfException } from './translateException';

export interface OwnTrigger {
  readonly uid: string;
  readonly handler: string;
}

/** What is stored about each trigger that Roster created, under `trigger.<uid>`: a trigger function runs for no other. */
export interface TriggerRecord {
  readonly handler: string;
  readonly kind: 'sweep' | 'daily' | 'once';
  /** Minutes between two runs of a sweep. */
  readonly minutes?: number;
}

export interface TriggerBook {
  list(): readonly OwnTrigger[];
  has(uid: string): Result<boolean>;
  createSweep(handler: string): Result<{ readonly uid: string; readonly minutes: number }>;
  createDaily(handler: string, hour: number): Result<{ readonly uid: string }>;
  createOnce(handler: string, afterMilliseconds: number): Result<{ readonly uid: string }>;
  delete(uid: string): void;
}

const SWEEP_MINUTES = 5;
/** "The recurrence interval for an Add-on trigger must be at least one hour": https://developers.google.com/apps-script/guides/triggers/installable */
const ADD_ON_FLOOR = /recurrence interval for an Add-on trigger/i;

/**
 * The clock triggers of the effective user; nobody else's can be listed. A one-shot that has run stays in Google's list, so each
 * new one takes the place of the last. Recurring ones are reconciled and never recreated
 * blindly: Google counts creations. An interval cannot be read back from a trigger, so it is stored beside its id.
 */
export const triggerBook = (store: PropertyStore): TriggerBook => {
  const all = (): GoogleAppsScript.Script.Trigger[] => ScriptApp.getProjectTriggers();

  const remember = (trigger: GoogleAppsScript.Script.Trigger, record: TriggerRecord): Result<string> => {
    const uid = trigger.getUniqueId();
    const stored = store.set(triggerKey(uid), JSON.stringify(record));
    if (stored.ok) return ok(uid);
    ScriptApp.deleteTrigger(trigger);
    return stored;
  };

  const forget = (trigger: GoogleAppsScript.Script.Trigger): void => {
    ScriptApp.deleteTrigger(trigger);
    store.delete(triggerKey(trigger.getUniqueId()));
  };

  /** The stored trigger of this handler, when there is one; its doubles and those that nothing is stored about go. */
  const reconcile = (handler: string, kind: TriggerRecord['kind']): { uid: string; record: TriggerRecord } | undefined => {
    let kept: { uid: string; record: TriggerRecord } | undefined;
    for (const trigger of all()) {
      if (trigger.getHandlerFunction() !== handler) continue;
      const uid = trigger.getUniqueId();
      const record = readTriggerRecord(store.get(triggerKey(uid)));
      const usable = record?.kind === kind && (kind !== 'sweep' || record.minutes !== undefined);
      if (usable && kept === undefined) kept = { uid, record };
      else forget(trigger);
    }
    return kept;
  };

  const clock = (handler: string): GoogleAppsScript.Script.ClockTriggerBuilder => ScriptApp.newTrigger(handler).timeBased();

  const createRecurring = (handler: string): { trigger: GoogleAppsScript.Script.Trigger; minutes: number } => {
    try {
      return { trigger: clock(handler).everyMinutes(SWEEP_MINUTES).create(), minutes: SWEEP_MINUTES };
    } catch (thrown) {
      if (!ADD_ON_FLOOR.test(textOfException(thrown))) throw thrown;
      return { trigger: clock(handler).everyHours(1).create(), minutes: 60 };
    }
  };

  return {
    list: () => all().map((trigger) => ({ uid: trigger.getUniqueId(), handler: trigger.getHandlerFunction() })),
    has: (uid) => attempt(() => all().some((trigger) => trigger.getUniqueId() === uid)),
    createSweep: (handler) => {
      const kept = reconcile(handler, 'sweep');
      if (kept?.record.minutes !== undefined) return ok({ uid: kept.uid, minutes: kept.record.minutes });
      const created = attempt(() => createRecurring(handler));
      if (!created.ok) return created;
      const { trigger, minutes } = created.value;
      const uid = remember(trigger, { handler, kind: 'sweep', minutes });
      return uid.ok ? ok({ uid: uid.value, minutes }) : uid;
    },
    createDaily: (handler, hour) => {
      const kept = reconcile(handler, 'daily');
      if (kept) return ok({ uid: kept.uid });
      const created = attempt(() => clock(handler).everyDays(1).atHour(hour).create());
      if (!created.ok) return created;
      const uid = remember(created.value, { handler, kind: 'daily' });
      return uid.ok ? ok({ uid: uid.value }) : uid;
    },
    createOnce: (handler, afterMilliseconds) => {
      for (const trigger of all()) if (trigger.getHandlerFunction() === handler) forget(trigger);
      const created = attempt(() => clock(handler).after(afterMilliseconds).create());
      if (!created.ok) return created;
      const uid = remember(created.value, { handler, kind: 'once' });
      return uid.ok ? ok({ uid: uid.value }) : uid;
    },
    delete: (uid) => {
      for (const trigger of all()) if (trigger.getUniqueId() === uid) ScriptApp.deleteTrigger(trigger);
      store.delete(triggerKey(uid));
    },
  };
};

export const triggerKey = (uid: string): string => `trigger.${uid}`;

/** The record of a stored trigger; undefined when there is none or it cannot be read. */
export const readTriggerRecord = (text: string | undefined): TriggerRecord | undefined => {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Partial<TriggerRecord>;
    return typeof value.handler === 'string' && typeof value.kind === 'string' ? (value as TriggerRecord) : undefined;
  } catch {
    return undefined;
  }
};
