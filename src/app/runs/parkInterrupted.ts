import { ok } from '../../core/base/Result';
import { addEfforts, noEffort } from '../../core/plan/Effort';
import { untouchedCheckpoint } from '../../core/runs/Checkpoint';
import type { Environment } from '../Environment';
import { getIntent, readOutcomes } from '../requests/records';
import { changeRequest, getRequest } from '../requests/requestStore';
import type { Installation } from '../setUp/Installation';
import { dropJournal, emptyJournal, journalLasts, readJournal } from './journal';
import { appendParked, readParked } from './parkedTargets';
import { READ_LAG } from './settleTarget';

/**
 * B3: a journal that is still there was left by an execution that was killed. Whether its last wave was written nobody knows: the
 * targets it names are read again, at least five minutes later, before anything is written there. What it took is counted (B9).
 */
export const parkInterrupted = (env: Environment, installation: Installation): void => {
  const journal = readJournal(env);
  if (journal === undefined) return;
  const opened = env.ledger(installation.ledgerId);
  if (!opened.ok) return;
  const ledger = opened.value;
  const { requestId, action, at } = journal;
  const entry = getRequest(env, requestId);
  const intent = entry.ok && entry.value.state === 'running' ? getIntent(ledger, requestId) : undefined;
  if (intent !== undefined) {
    const same = (one: { readonly action: number; readonly targetId: string }, targetId: string): boolean =>
      one.action === action && one.targetId === targetId;
    const [outcomes, parked] = [readOutcomes(ledger, requestId), readParked(ledger, requestId)];
    const open = journal.positions
      .flatMap((position) => intent.targetIds[position] ?? [])
      .filter((targetId) => !outcomes.some((one) => same(one, targetId)));
    const rows = open.map((targetId) => {
      const known = parked.find((one) => same(one, targetId))?.checkpoint ?? untouchedCheckpoint;
      return {
        action,
        targetId,
        checkpoint: { ...known, rounds: known.rounds + 1, until: Math.max(known.until, at + journalLasts + READ_LAG) },
      };
    });
    appendParked(ledger, requestId, rows, env.now());
    changeRequest(
      env,
      requestId,
      (current) => ok({ ...current, counted: addEfforts(current.counted ?? noEffort, journal.effort) }),
      () => emptyJournal,
    );
    env.log('run.interrupted', { request: requestId, targets: rows.length });
  }
  dropJournal(env);
};
