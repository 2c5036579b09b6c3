import type { DirectoryChange } from './UserChange';
import { userPatch } from './userPatch';
import type { UserRecord } from './UserRecord';

/** Writes that changes of one user take: one for all of the record, one for each membership or role. */
export const writesOf = (record: UserRecord, changes: readonly DirectoryChange[]): number =>
  changes.filter(({ kind }) => !kind.startsWith('setUser')).length + (userPatch(record, changes) === undefined ? 0 : 1);

/** Look-ups between the writes: a role is looked for once more before it is taken away. */
export const searchesOf = (changes: readonly DirectoryChange[]): number => changes.filter(({ kind }) => kind === 'removeRole').length;
