import type { Result } from '../../core/base/Result';
import type { TargetIndex } from '../../core/contacts/ExistingContact';
import type { Subject, Task } from '../../google/Call';
import { listContacts } from '../../google/people';

/** What the target holds. `as` acts as the target user; labels are read only when asked for. */
export function* observeTarget(as: Subject, targetId: string, options: { readonly withGroups: boolean }): Task<Result<TargetIndex>> {
  throw new Error(`being written ${targetId} ${options.withGroups}`);
  yield* listContacts(as, [], () => undefined);
}
