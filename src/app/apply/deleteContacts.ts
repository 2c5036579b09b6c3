import { chunkList } from '../../core/base/chunkList';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { DELETE_BATCH_SIZE } from '../../core/plan/PlannedCalls';
import type { Subject, Task } from '../../google/Call';
import { batchDeleteContacts } from '../../google/people';

/** A label or contact that is gone since it was read: what is left has to be read again. */
export const asUncertain = (found: Problem): Problem => (found.code === 'google.notFound' ? problem('google.unknownOutcome') : found);

/**
 * Deletes contacts in batches; `told` hears how many went so far. A batch with a contact that is gone meanwhile fails whole, as far as
 * is known: then what is there has to be read again.
 */
export function* deleteContacts(
  as: Subject,
  resourceNames: readonly string[],
  told: (deleted: number) => void = () => undefined,
): Task<Result<void>> {
  let deleted = 0;
  for (const batch of chunkList(resourceNames, DELETE_BATCH_SIZE)) {
    const gone = yield* batchDeleteContacts(as, batch);
    if (!gone.ok) return fail(asUncertain(gone.problem));
    told((deleted += batch.length));
  }
  return ok(undefined);
}
