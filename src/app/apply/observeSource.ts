import type { Result } from '../../core/base/Result';
import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { Subject, Task } from '../../google/Call';
import { listContacts } from '../../google/people';

/** The source's contacts that the action copies. `as` acts as the source user. */
export function* observeSource(as: Subject, action: CopyContactsAction): Task<Result<SourceSnapshot>> {
  throw new Error(`being written ${action.kind}`);
  yield* listContacts(as, [], () => undefined);
}
