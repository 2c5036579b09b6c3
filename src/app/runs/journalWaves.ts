import { problem, type Problem } from '../../core/base/Problem';
import { addEfforts, noEffort } from '../../core/plan/Effort';
import type { OperationId } from '../../google/operations';
import { costOf } from '../../google/quotas';
import { journalLasts, journalValues } from './journal';
import type { RunWork } from './RunWork';
import { isStopped } from './stopRun';

/**
 * What is done before a wave of writes: is the run stopped, are the targets that must be looked at again stored, and does the journal
 * name every target that is under way, so that after a kill it is known where nobody knows. A journal that still holds is not written again.
 */
export const journalWaves = (
  { env, intent, effort, renew, progress }: RunWork,
  action: number,
  storeParked: () => void,
): ((keys: readonly string[], writing: readonly string[], operation: OperationId) => Problem | void) => {
  const { requestId, targetIds } = intent;
  const positions = new Map(targetIds.map((targetId, position) => [targetId, position]));
  let journal = { at: -Infinity, targets: new Set<string>() };
  return (keys, writing, operation) => {
    if (isStopped(env, requestId)) return problem('run.stopped');
    storeParked();
    const at = env.now();
    if (at < journal.at + journalLasts && keys.every((key) => journal.targets.has(key))) return;
    journal = { at, targets: new Set(writing) };
    const wave = { ...noEffort, writes: keys.length, dailyContactWrites: keys.length * (costOf(operation).dailyContactWrites ?? 0) };
    const inFlight = {
      requestId,
      action,
      at,
      positions: writing.map((key) => positions.get(key) ?? 0),
      effort: addEfforts(effort(), wave),
    };
    renew({ ...journalValues(inFlight), ...progress.note() });
  };
};
