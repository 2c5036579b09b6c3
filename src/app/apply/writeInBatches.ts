import { chunkList } from '../../core/base/chunkList';
import { BATCH_SIZE } from '../../core/plan/chooseWrites';
import type { Task } from '../../google/Call';
import type { BatchOutcome } from '../../google/people';
import { isHopeless, messageOf, type WriteProgress } from './WriteProgress';

/**
 * Batches of 200, one after the other as Google asks for one account. Google writes nothing of a batch with an invalid
 * entry: the entries it names are left out and the others sent again; when it names none, the batch is halved until the
 * faulty entry stands alone. An unknown outcome ends it: sending again blindly could create everything twice.
 */
export function* writeInBatches<T>(
  all: readonly T[],
  send: (batch: readonly T[]) => Task<BatchOutcome>,
  tell: (progress: WriteProgress) => void,
): Task<WriteProgress> {
  let progress: WriteProgress = { written: 0, settled: 0, refusals: [] };
  const batches = chunkList(all, BATCH_SIZE);
  for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
    const outcome = yield* send(batch);
    if (outcome.kind === 'written') {
      // Everything before the next one in line is settled: batches stay in the order of the list.
      const next = batches[0]?.[0];
      const settled = next === undefined ? all.length : all.indexOf(next);
      progress = { ...progress, settled, written: progress.written + batch.length };
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
