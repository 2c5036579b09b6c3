import type { Result } from '../../core/base/Result';
import type { Task } from '../../google/Call';
import { isHopeless, messageOf, type WriteProgress } from './WriteProgress';

/** One call for each contact. A contact that Google refuses is left out; anything else ends it. */
export function* writeSingly<T>(
  all: readonly T[],
  send: (one: T) => Task<Result<void>>,
  tell: (progress: WriteProgress) => void,
): Task<WriteProgress> {
  let progress: WriteProgress = { written: 0, settled: 0, refusals: [] };
  for (const one of all) {
    const sent = yield* send(one);
    const settled = progress.settled + 1;
    if (sent.ok) {
      progress = { ...progress, settled, written: progress.written + 1 };
      tell(progress);
    } else if (sent.problem.code !== 'google.invalidRequest') return { ...progress, stopped: sent.problem };
    else {
      progress = { ...progress, settled, refusals: [...progress.refusals, messageOf(sent.problem)] };
      if (isHopeless(progress)) return { ...progress, stopped: sent.problem };
    }
  }
  return progress;
}
