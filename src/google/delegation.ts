import type { Result } from '../core/base/Result';
import type { Subject, Task } from './Call';
import { call } from './request';

/** How the operator obtains tokens for other users: no private key anywhere. */
export interface Delegation {
  /** Address of the service account. */
  readonly serviceAccount: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A subject that acts as this user with exactly one scope. Two calls: IAM signs, the token endpoint exchanges. */
export function* delegatedSubject(
  delegation: Delegation,
  user: { readonly id: string; readonly primaryEmail: string },
  scope: string,
): Task<Result<Subject>> {
  throw new Error(`being written ${delegation.serviceAccount} ${user.id} ${scope}`);
  yield* call('oauth2.token', { kind: 'none' });
}
