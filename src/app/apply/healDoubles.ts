import { chunkList } from '../../core/base/chunkList';
import { ok, fail, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { TargetIndex } from '../../core/contacts/ExistingContact';
import { surplusCopies } from '../../core/runs/surplusCopies';
import type { Subject, Task } from '../../google/Call';
import { DELETE_BATCH_SIZE } from '../../core/plan/PlannedCalls';
import { batchDeleteContacts } from '../../google/people';

/**
 * Deletes what this run delivered twice and nobody touched since. One that is gone meanwhile fails the whole batch: then what
 * is there has to be read again.
 */
export function* healDoubles(as: Subject, index: TargetIndex, sourceUserId: string, origin: string): Task<Result<number>> {
  const surplus = surplusCopies(index.contacts, sourceUserId, origin);
  for (const resourceNames of chunkList(surplus, DELETE_BATCH_SIZE)) {
    const deleted = yield* batchDeleteContacts(as, resourceNames);
    if (!deleted.ok) return deleted.problem.code === 'google.notFound' ? fail(problem('google.unknownOutcome')) : deleted;
  }
  return ok(surplus.length);
}
