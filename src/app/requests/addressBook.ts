import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Tables } from '../Environment';
import { getAddresses } from './records';

/** A target as people know it. */
export type AddressOf = (userId: string) => string;

/**
 * The address of a target now; of one who is gone, "was" and the address it had when it was confirmed. `users`: those that were
 * found just now; undefined when they could not be looked up, and all are shown as they were confirmed.
 */
export const addressBook = (
  ledger: Tables,
  requestId: string,
  users: ReadonlyMap<string, Pick<DirectoryUser, 'primaryEmail'>> | undefined,
): AddressOf => {
  let confirmed: ReadonlyMap<string, string> | undefined;
  return (userId) => {
    const now = users?.get(userId)?.primaryEmail;
    if (now !== undefined) return now;
    confirmed ??= new Map(getAddresses(ledger, requestId));
    const before = confirmed.get(userId);
    if (before === undefined) return userId;
    return users === undefined ? before : `was ${before}`;
  };
};
