import type { CopyContactsAction, SourceSnapshot } from '../../core/copy/CopyContactsAction';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Task } from '../../google/Call';
import { delegatedSubject, type Delegation } from '../../google/delegation';
import type { Outcome } from './Outcome';

export interface CopyRun {
  readonly delegation: Delegation;
  readonly snapshot: SourceSnapshot;
  readonly action: CopyContactsAction;
  /** Id of the request. */
  readonly origin: string;
  /** How many targets the run has. */
  readonly targets: number;
}

/** One target from token to outcome: observe again, plan again, write. Refuses when the plan creates more than `approvedCreates`. */
export function* copyToTarget(run: CopyRun, user: DirectoryUser, approvedCreates: number): Task<Outcome> {
  throw new Error(`being written ${approvedCreates}`);
  yield* delegatedSubject(run.delegation, user, '');
}
