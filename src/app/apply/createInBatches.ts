import { chunkList } from '../../core/base/chunkList';
import type { Person } from '../../core/contacts/Person';
import { BATCH_SIZE } from '../../core/plan/chooseWrites';
import type { Subject, Task } from '../../google/Call';
import { batchCreateContacts } from '../../google/people';
import { isHopeless, messageOf, type CreateProgress } from './CreateProgress';

/**
 * Batches of 200, one after the other as Google asks for one account. Google writes nothing of a batch with an invalid
 * entry: the entries it names are left out and the others sent again; when it names none, the batch is halved until the
 * faulty entry stands alone. An unknown outcome ends it: sending again blindly could create everything twice.
 */
export function* createInBatches(as: Subject, persons: readonly Person[], tell: (progress: CreateProgress) => void): Task<CreateProgress> {
  let progress: CreateProgress = { created: 0, settled: 0, refusals: [] };
  const batches = chunkList(persons, BATCH_SIZE);
  for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
    const outcome = yield* batchCreateContacts(as, batch);
    if (outcome.kind === 'created') {
      // Everything before the next one in line is settled: batches stay in the order of the list.
      const next = batches[0]?.[0];
      const settled = next === undefined ? persons.length : persons.indexOf(next);
      progress = { ...progress, settled, created: progress.created + batch.length };
      tell(progress);
      continue;
    }
    const isRequest = outcome.kind === 'refused' || outcome.problem.code === 'google.invalidRequest';
    if (!isRequest) return { ...progress, stopped: outcome.problem };
    const named: ReadonlyMap<number, string> = outcome.kind === 'refused' ? outcome.items : new Map();
    if (named.size > 0) {
      progress = { ...progress, refusals: [...progress.refusals, ...named.values()] };
      const others = batch.filter((_, index) => !named.has(index));
      if (others.length > 0) batches.unshift(others);
    } else if (batch.length === 1) {
      progress = { ...progress, refusals: [...progress.refusals, messageOf(outcome.problem)] };
      if (isHopeless(progress)) return { ...progress, stopped: outcome.problem };
    } else {
      const half = Math.ceil(batch.length / 2);
      batches.unshift(batch.slice(0, half), batch.slice(half));
    }
  }
  return progress;
}
