import { ok, type Result } from '../../core/base/Result';
import { planNamed } from '../../core/users/planNamed';
import type { DirectoryChange } from '../../core/users/UserChange';
import type { Task } from '../../google/Call';
import { observeTouched } from './observeTouched';
import type { PlannedChanges } from './planForUser';

/** Looks a user up and plans what is left of the changes that a preview named. Writes nothing. */
export function* planTouched(named: readonly DirectoryChange[], userId: string): Task<Result<PlannedChanges>> {
  const touched = yield* observeTouched(named, userId);
  if (!touched.ok) return touched;
  const { record, lookUps } = touched.value;
  return ok({ record, ...planNamed(named, touched.value), lookUps });
}
