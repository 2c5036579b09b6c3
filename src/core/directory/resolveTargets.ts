import type { Problem } from '../base/Problem';
import type { DirectoryUser } from './DirectoryUser';
import type { Domain } from './Domain';
import type { GroupMember } from './GoogleGroup';
import type { OrgUnit } from './OrgUnit';
import type { TargetSelection } from './TargetSelection';

/** What was read from the Directory for a selection. Every listing named here is complete for the selectors that need it. */
export interface TargetListings {
  /** Users looked up. For an organizational unit or a domain: all of its users; for a group: all of its members that are users. */
  readonly users: readonly DirectoryUser[];
  /** By group id, nested members included. A selected group that is absent here was not found. */
  readonly members: Readonly<Record<string, readonly GroupMember[]>>;
  readonly orgUnits: readonly OrgUnit[];
  readonly domains: readonly Domain[];
}

export interface ResolvedTarget {
  readonly user: DirectoryUser;
  /** Labels of the selectors that named the user. */
  readonly from: readonly string[];
  /** Suspended or archived: no contacts can be copied to the account. */
  readonly suspended: boolean;
  /** Another address of the organization that is easily taken for this one. */
  readonly lookAlike?: string;
}

export interface TargetResolution {
  /** By primary address, no user twice. */
  readonly targets: readonly ResolvedTarget[];
  /** What was chosen and is no target: gone, external, the whole customer. */
  readonly problems: readonly Problem[];
}

/** Users behind a selection. The source user and excluded users are never among them. */
export const resolveTargets = (selection: TargetSelection, listings: TargetListings, sourceUserId?: string): TargetResolution => {
  throw new Error(`resolveTargets is being written: ${selection.selectors.length} ${listings.users.length} ${sourceUserId}`);
};
