import type { Person } from '../../core/contacts/Person';
import type { Subject, Task } from '../../google/Call';
import { createContact } from '../../google/people';
import { isHopeless, messageOf, type CreateProgress } from './CreateProgress';

/** One call for each contact. A contact that Google refuses is left out; anything else ends it. */
export function* createSingly(as: Subject, persons: readonly Person[], tell: (progress: CreateProgress) => void): Task<CreateProgress> {
  let progress: CreateProgress = { created: 0, settled: 0, refusals: [] };
  for (const person of persons) {
    const created = yield* createContact(as, person);
    const settled = progress.settled + 1;
    if (created.ok) {
      progress = { ...progress, settled, created: progress.created + 1 };
      tell(progress);
    } else if (created.problem.code !== 'google.invalidRequest') return { ...progress, stopped: created.problem };
    else {
      progress = { ...progress, settled, refusals: [...progress.refusals, messageOf(created.problem)] };
      if (isHopeless(progress)) return { ...progress, stopped: created.problem };
    }
  }
  return progress;
}
