import type { ContactGroup } from './ContactGroup';
import type { Mark } from './Mark';
import type { MatchKeys } from './matchKeys';

/** What a contact of a target account is reduced to as its page arrives. */
export interface ExistingContact {
  readonly resourceName: string;
  readonly etag?: string;
  /** Empty: not ours, never written. */
  readonly marks: readonly Mark[];
  /** Of the fields that were read. */
  readonly keys: MatchKeys;
  /** Of its fields as they are now; undefined when they were not all read. */
  readonly fingerprint: string | undefined;
  /** Resource names of its contact groups. */
  readonly groups: readonly string[];
}

/** What a target account holds, as far as plans need it. From complete listings only. */
export interface TargetIndex {
  readonly targetId: string;
  /** Contacts in the account. */
  readonly size: number;
  /** Those that bear on the plan. */
  readonly contacts: readonly ExistingContact[];
  /** Undefined when no action needed the labels. */
  readonly groups: readonly ContactGroup[] | undefined;
}
