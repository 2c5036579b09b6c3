import type { World } from '../World';
import type { CustomerRecord, UserName, UserProfile, UserRecord } from './DirectoryRecords';
import { ensureOrgUnit } from './orgUnitTree';
import { READ_PRIVILEGES } from './privileges';

/** What is known of a user who is added; the rest gets Google's defaults. */
export interface NewUser extends UserProfile {
  primaryEmail: string;
  name?: UserName;
  id?: string;
  customerId?: string;
  aliases?: string[];
  /** Default `/`. Units on the way that do not exist yet are made. */
  orgUnitPath?: string;
  suspended?: boolean;
  suspensionReason?: string;
  archived?: boolean;
  isAdmin?: boolean;
  isDelegatedAdmin?: boolean;
  /** Default for a delegated administrator: all read privileges. */
  adminPrivileges?: Iterable<string>;
  changePasswordAtNextLogin?: boolean;
  includeInGlobalAddressList?: boolean;
  isMailboxSetup?: boolean;
  agreedToTerms?: boolean;
  isEnrolledIn2Sv?: boolean;
  isEnforcedIn2Sv?: boolean;
  lastLoginTime?: number;
  password?: string;
}

/** The record of a new user, without aliases. */
export function newUser(world: World, customer: CustomerRecord, user: NewUser): UserRecord {
  const [local = '', domain = ''] = user.primaryEmail.split('@');
  const { name = { givenName: local, familyName: domain }, adminPrivileges, orgUnitPath = '/', ...rest } = user;
  return {
    suspended: false,
    suspensionReason: user.suspended ? 'ADMIN' : undefined,
    archived: false,
    isAdmin: false,
    isDelegatedAdmin: false,
    changePasswordAtNextLogin: false,
    includeInGlobalAddressList: true,
    isMailboxSetup: true,
    agreedToTerms: true,
    isEnrolledIn2Sv: false,
    isEnforcedIn2Sv: false,
    lastLoginTime: undefined,
    password: undefined,
    ...definedFields(rest),
    name: { ...name },
    aliases: [],
    id: user.id ?? `1${world.random.text(20, '0123456789')}`,
    customerId: customer.id,
    orgUnitPath: ensureOrgUnit(world, customer, orgUnitPath).orgUnitPath,
    adminPrivileges: new Set(adminPrivileges ?? (user.isDelegatedAdmin ? READ_PRIVILEGES : [])),
    creationTime: world.clock.now(),
    deletionTime: undefined,
    completeAt: world.clock.now(),
    servicesReadyAt: world.clock.now(),
  };
}

function definedFields<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
