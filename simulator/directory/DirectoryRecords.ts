/** Records of the Directory, with Google's field names. Read them freely; change addresses, ids and memberships only through DirectoryState. */
export interface CustomerRecord {
  /** `C0…`. */
  readonly id: string;
  /** The first is the primary domain. */
  readonly domains: DomainRecord[];
  readonly orgUnits: Map<string, OrgUnitRecord>;
}

export interface DomainRecord {
  readonly domainName: string;
  readonly isPrimary: boolean;
  verified: boolean;
  readonly aliases: string[];
  /** ms since the epoch. */
  readonly creationTime: number;
}

export interface OrgUnitRecord {
  /** `id:03…`. */
  readonly orgUnitId: string;
  name: string;
  description: string;
  /** Undefined for the top. */
  parentOrgUnitId: string | undefined;
  /** `/` for the top. */
  orgUnitPath: string;
}

export interface UserName {
  givenName: string;
  familyName: string;
  displayName?: string;
}

/** Fields of the User resource that hold lists or maps as they were given (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users#User). */
export interface UserProfile {
  emails?: object[];
  addresses?: object[];
  externalIds?: object[];
  gender?: object;
  ims?: object[];
  keywords?: object[];
  languages?: object[];
  locations?: object[];
  notes?: object;
  organizations?: object[];
  phones?: object[];
  posixAccounts?: object[];
  relations?: object[];
  sshPublicKeys?: object[];
  websites?: object[];
  /** schema → field → value. */
  customSchemas?: Record<string, Record<string, unknown>>;
  recoveryEmail?: string;
  recoveryPhone?: string;
  thumbnailPhotoUrl?: string;
}

export interface UserRecord extends UserProfile {
  /** 21 digits; never changes. */
  readonly id: string;
  readonly customerId: string;
  primaryEmail: string;
  name: UserName;
  aliases: string[];
  orgUnitPath: string;
  suspended: boolean;
  suspensionReason: string | undefined;
  archived: boolean;
  isAdmin: boolean;
  isDelegatedAdmin: boolean;
  /** Administrator privileges of a delegated administrator, by Google's privilege names. */
  adminPrivileges: Set<string>;
  changePasswordAtNextLogin: boolean;
  includeInGlobalAddressList: boolean;
  isMailboxSetup: boolean;
  agreedToTerms: boolean;
  isEnrolledIn2Sv: boolean;
  isEnforcedIn2Sv: boolean;
  /** ms since the epoch. */
  readonly creationTime: number;
  lastLoginTime: number | undefined;
  /** Set for a deleted user. */
  deletionTime: number | undefined;
}

export type MemberRole = 'OWNER' | 'MANAGER' | 'MEMBER';

export interface MemberRecord {
  /** Id of the user, group, customer or outside account. */
  readonly id: string;
  readonly type: 'USER' | 'GROUP' | 'CUSTOMER';
  /** Only for an address outside the customer; others are looked up by id. */
  readonly externalEmail: string | undefined;
  role: MemberRole;
  deliverySettings: string;
}

export interface GroupRecord {
  readonly id: string;
  readonly customerId: string;
  email: string;
  name: string;
  description: string;
  aliases: string[];
  adminCreated: boolean;
  readonly members: MemberRecord[];
}
