import type { SourceSnapshot } from '../copy/CopyContactsAction';
import { snapshotOf } from '../copy/snapshotOf';
import type { LeaveOut } from '../contacts/leaveOut';
import { textOf, type Entry, type UserRecord } from '../users/UserRecord';
import { directoryContact } from './directoryContact';
import { DIRECTORY_SOURCE, type DirectorySource } from './Sync';

const fullName = (user: UserRecord): string => textOf((user['name'] as Entry | undefined)?.['fullName']);

/** G34: active users that the directory shows; a destination does not get itself, which `planSync` sees to. */
const isShown = (user: UserRecord, source: Pick<DirectorySource, 'includeHidden'>): boolean =>
  user['suspended'] !== true &&
  user['archived'] !== true &&
  (source.includeHidden === true || user['includeInGlobalAddressList'] !== false);

/**
 * The users behind a directory source as contacts. `users`: whole records of those that its selection resolves to, from complete
 * listings. `everybody`: records that may be named as managers; the same by default.
 */
export const directorySnapshot = (
  source: Pick<DirectorySource, 'includeHidden'>,
  leaveOut: readonly LeaveOut[],
  users: readonly UserRecord[],
  reads: number,
  everybody: readonly UserRecord[] = users,
): SourceSnapshot => {
  const names = new Map(
    everybody.map((user) => [textOf(user['primaryEmail']).toLowerCase(), fullName(user)] as const).filter(([, name]) => name !== ''),
  );
  const shown = users.filter((user) => isShown(user, source));
  return snapshotOf(
    DIRECTORY_SOURCE,
    shown.flatMap((user) => directoryContact(user, names, leaveOut) ?? []),
    reads,
  );
};
