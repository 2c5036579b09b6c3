import type { AdminRoles } from './AdminRoles';

/** Records of the Directory, with Google's field names. Read them freely; change addresses, ids and memberships only through DirectoryState. */
export interface CustomerRecord {
  /** `C0…`. */
  readonly id: string;
  /** The first is the primary domain. */
  readonly domains: DomainRecord[];
  readonly orgUnits: Map<string, OrgUnitRecord>;
  readonly admins: AdminRoles;
  /** Custom schemas by id. */
  readonly schemas: Map<string, SchemaRecord>;
  /** Accounts that the subscription allows, deleted ones of the last 20 days included. */
  userLimit: number;
  /** Users that can be archived. */
  archivedUserLicenses: number;
}

export interface RolePrivilege {
  readonly privilegeName: string;
  readonly serviceId: string;
}

export interface RoleRecord {
  readonly roleId: string;
  readonly roleName: string;
  readonly roleDescription: string;
  readonly isSystemRole: boolean;
  readonly isSuperAdminRole: boolean;
  readonly rolePrivileges: readonly RolePrivilege[];
}

export interface RoleAssignmentRecord {
  readonly roleAssignmentId: string;
  readonly roleId: string;
  /** Id of a user or group. */
  readonly assignedTo: string;
  readonly scopeType: 'CUSTOMER' | 'ORG_UNIT';
  /** Without the `id:` of the organizational unit's own id; only for `ORG_UNIT`. */
  readonly orgUnitId: string | undefined;
  readonly condition: string | undefined;
}

export type SchemaFieldType = 'STRING' | 'BOOL' | 'INT64' | 'DOUBLE' | 'EMAIL' | 'PHONE' | 'DATE';

export interface SchemaFieldRecord {
  readonly fieldId: string;
  readonly fieldName: string;
  readonly fieldType: SchemaFieldType;
  readonly multiValued: boolean;
  readonly readAccessType: 'ALL_DOMAIN_USERS' | 'ADMINS_AND_SELF';
  readonly displayName: string;
}

export interface SchemaRecord {
  readonly schemaId: string;
  readonly schemaName: string;
  readonly displayName: string;
  readonly fields: readonly SchemaFieldRecord[];
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
  /** Privileges beside those of assigned roles, by Google's names: a short way to a delegated administrator. */
  adminPrivileges: Set<string>;
  /** As it was sent; no answer has it. */
  password: string | undefined;
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
  /** Until then changes answer "User creation is not complete", ms since the epoch. */
  completeAt: number;
  /** Until then nobody can act for the user, ms since the epoch. */
  servicesReadyAt: number;
}

export type MemberRole = 'OWNER' | 'MANAGER' | 'MEMBER';

export interface MemberRecord {
  /** Id of the user, group, customer or outside account. */
  readonly id: string;
  readonly type: 'USER' | 'GROUP' | 'CUSTOMER';
  /** Only for an address outside the customer; others are looked up by id. */
  readonly externalEmail: string | undefined;
  role: MemberRole;
  /** ms since the epoch. */
  readonly addedAt: number;
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
  /** The label of security groups: it stays (https://docs.cloud.google.com/identity/docs/how-to/update-group-to-security-group). */
  security: boolean;
  /** Its members follow from a query (https://docs.cloud.google.com/identity/docs/how-to/create-dynamic-groups). */
  dynamic: boolean;
  /** Managed from outside: only super administrators and their tools change it (https://support.google.com/a/answer/15608859). */
  locked: boolean;
  /** People outside the account can be members. */
  allowExternalMembers: boolean;
  readonly members: MemberRecord[];
}
