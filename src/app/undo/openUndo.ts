import { ok, type Result } from '../../core/base/Result';
import type { UndoChangesAction } from '../../core/undo/UndoChangesAction';
import { keepersOf } from '../approvals/keepersOf';
import type { Environment, Tables } from '../Environment';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { madeChanges } from './madeChanges';
import { observeUnits, type UndoWork } from './planUndoForUser';

/** What putting back one action needs beside its targets, for the preview and for each slice of the run. */
export const openUndo = (
  env: Environment,
  installation: Installation,
  ledger: Tables,
  action: Pick<UndoChangesAction, 'requestId' | 'action'>,
): Result<UndoWork> => {
  const made = madeChanges(ledger, action);
  if (!made.ok) return made;
  const units = doTask(env, () => observeUnits(made.value));
  return units.ok ? ok({ made: made.value, units: units.value, keepers: keepersOf(env, installation) }) : units;
};
