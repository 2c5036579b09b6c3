import { ok, type Result } from '../../core/base/Result';
import { planUndo, type LeftChange } from '../../core/undo/planUndo';
import type { DirectoryChange } from '../../core/users/UserChange';
import type { Task } from '../../google/Call';
import { listOrgUnits } from '../../google/directory';
import { observeTouched } from '../apply/observeTouched';
import type { PlannedChanges } from '../apply/planForUser';

const self = { kind: 'self' } as const;

/** What an undo knows of all its targets. */
export interface UndoWork {
  /** By target id. */
  readonly made: ReadonlyMap<string, readonly DirectoryChange[]>;
  readonly units: readonly string[] | undefined;
  readonly keepers: ReadonlySet<string>;
}

/** Paths of the organizational units, where somebody was moved. */
export function* observeUnits(made: UndoWork['made']): Task<Result<readonly string[] | undefined>> {
  const moves = [...made.values()].flat().some((change) => change.kind === 'setUserSetting' && change.setting === 'orgUnitPath');
  if (!moves) return ok(undefined);
  const units = yield* listOrgUnits(self);
  return units.ok ? ok(['/', ...units.value.map(({ orgUnitPath }) => orgUnitPath)]) : units;
}

/** Looks the user up and plans what puts the changes back, for the preview and for the run. Writes nothing. */
export function* planUndoForUser(
  { made, units, keepers }: UndoWork,
  userId: string,
): Task<Result<PlannedChanges & { readonly left: readonly LeftChange[] }>> {
  const changes = made.get(userId) ?? [];
  const touched = yield* observeTouched(changes, userId);
  if (!touched.ok) return touched;
  const { record, lookUps } = touched.value;
  return ok({ record, ...planUndo(changes, { ...touched.value, units, isKeeper: keepers.has(userId) }), lookUps });
}
