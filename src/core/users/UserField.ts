import type { Problem } from '../base/Problem';
import type { UserPatch, UserRecord } from './UserRecord';

/** A field of a user as people know it: how it is checked, read from a Directory resource and written into one. */
export interface UserField {
  readonly title: string;
  /** Most characters of a value. */
  readonly limit: number;
  /** Why a value cannot be written; undefined when it can. */
  readonly check?: (value: string) => Problem | undefined;
  /** A value as Google gives it back, where people write it in other ways, too. */
  readonly tidy?: (value: string) => string;
  /** A cell may hold several values, which `joinValues` makes one text. */
  readonly several?: true;
  /** A value may have several lines. */
  readonly lines?: true;
  readonly read: (user: UserRecord) => string;
  /** What is sent so that the field holds the value; an empty one clears it. */
  readonly write: (user: UserRecord, value: string) => UserPatch;
  /** Of the person and not of their work: colleagues do not see it in the directory. */
  readonly isPrivate?: true;
  /** A user must always have it. */
  readonly mandatory?: true;
}
