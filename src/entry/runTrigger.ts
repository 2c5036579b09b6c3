import { requireOperator } from '../app/actors/identify';
import { isPending } from '../app/bridge/Question';
import type { Environment } from '../app/Environment';
import { noteHeld } from '../app/runs/held';
import { sweepHandler } from '../app/setUp/setUp';
import { ofOperator } from '../core/base/ofOperator';
import type { Problem } from '../core/base/Problem';
import { readTriggerRecord, triggerKey } from '../gas/triggers';
import { sweep } from './actions';
import { environment } from './environment';
import { problemOfThrown } from './failure';
import { runsAsOperator } from './runsAsOperator';

/**
 * The operator's clock triggers. Trigger time is the scarcest budget, so a sweep reads one property first, and nothing else when
 * no work waits. Then: the trigger is one that Roster stored, nobody stands behind the execution but its owner, and the owner is
 * the operator that set-up recorded, by Directory id. Whoever was the operator once has their triggers removed.
 */
export const runTrigger = (handler: string, raw: unknown): void => {
  const uid = triggerUid(raw);
  if (uid === '') return;
  let held: Problem | undefined;
  const env = environment({ kind: 'trigger', at: Date.now(), onScopeMissing: (found) => (held = found) });
  try {
    if (handler === sweepHandler && !isPending(env)) return;
    const record = readTriggerRecord(env.authority.get(triggerKey(uid)));
    const { activeEmail, effectiveEmail } = env.who;
    if (record?.handler !== handler || (activeEmail !== '' && activeEmail !== effectiveEmail)) {
      env.log('trigger.refused', { handler });
      return;
    }
    // A spent one-shot stays in Google's list until it is deleted, and a person may have 20 triggers.
    if (record.kind === 'once') env.triggers.delete(uid);
    if (handler !== sweepHandler && !isPending(env)) return;
    const operator = requireOperator(env);
    if (operator.ok) {
      const closed = sweep(env, { triggerUid: uid });
      noteHeld(env, closed ?? (isPending(env) ? held : undefined));
      return;
    }
    if (held !== undefined) noteHeld(env, held);
    env.log('trigger.stopped', { handler, code: operator.problem.code });
    const same = runsAsOperator(env);
    if (same.ok && !same.value) deleteOwnTriggers(env);
  } catch (thrown) {
    const found = problemOfThrown(env, handler, thrown);
    if (found.code === 'platform.scopeMissing') noteHeld(env, ofOperator(found));
  }
};

const deleteOwnTriggers = (env: Environment): void => {
  for (const { uid } of env.triggers.list()) env.triggers.delete(uid);
};

/** Event object of a clock trigger: https://developers.google.com/apps-script/guides/triggers/events */
const triggerUid = (raw: unknown): string => {
  const uid = typeof raw === 'object' && raw !== null ? (raw as { triggerUid?: unknown }).triggerUid : undefined;
  return typeof uid === 'string' || typeof uid === 'number' ? String(uid) : '';
};
