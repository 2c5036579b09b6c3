import type { ContactGroup } from './ContactGroup';
import type { Mark } from './Mark';

/** What a contact of a target account is reduced to as its page arrives. */
export interface ExistingContact {
  readonly resourceName: string;
  readonly etag?: string;
  /** Empty: not ours, never written. */
  readonly marks: readonly Mark[];
  /** Of its fields as they are now. */
  readonly fingerprint: string;
  /** Resource names of its contact groups. */
  readonly groups: readonly string[];
}

/** What a target account holds, as far as plans need it. From complete listings only. */
export interface TargetIndex {
  readonly targetId: string;
  readonly contacts: readonly ExistingContact[];
  /** Undefined when no action needed the labels. */
  readonly groups: readonly ContactGroup[] | undefined;
}
