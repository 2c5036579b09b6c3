import type { World } from '../World';
import { SUPER_ADMIN_ROLE } from './AdminRoles';
import { defaultDirectorySettings } from './DirectorySettings';
import type {
  CustomerRecord,
  GroupRecord,
  MemberRecord,
  OrgUnitRecord,
  RoleAssignmentRecord,
  SchemaRecord,
  UserRecord,
} from './DirectoryRecords';
import { addMember, removeMember, type NewMember } from './groupMembers';
import { newCustomer, type NewCustomer } from './newCustomer';
import { newGroup, type NewGroup } from './newGroup';
import { newUser, type NewUser } from './newUser';
import { ensureOrgUnit, makeOrgUnit, moveOrgUnit } from './orgUnitTree';
import { QueryQuota } from './QueryQuota';
import { makeSchema, type NewSchemaField } from './makeSchema';
import { WriteQuota } from './WriteQuota';

/**
 * Customers, domains, users, groups and organizational units. The methods are what loaders, tests and people at the
 * workspace do: no permissions, no quotas; a wrong address throws. What Google's API allows is in the operations.
 */
export class DirectoryState {
  readonly customers = new Map<string, CustomerRecord>();
  readonly users = new Map<string, UserRecord>();
  /** Users deleted in the last 20 days, by id. */
  readonly deletedUsers = new Map<string, UserRecord>();
  readonly groups = new Map<string, GroupRecord>();
  readonly queries = new QueryQuota();
  readonly writes = new WriteQuota();
  /** How Google answers where its documentation leaves it open. Change members in place. */
  readonly settings = defaultDirectorySettings();
  /** New users appear in listings and searches only this much later, ms. Google: usually within an hour. */
  listingLag = 0;
  private addresses = new Map<string, string>();
  private earlier = new Map<string, { user: UserRecord; until: number }>();

  constructor(private world: World) {}

  addCustomer(customer: NewCustomer): CustomerRecord {
    const added = newCustomer(this.world, customer);
    this.customers.set(added.id, added);
    makeOrgUnit(this.world, added, undefined, added.domains[0]?.domainName ?? '');
    return added;
  }

  customer(id: string): CustomerRecord {
    const found = this.customers.get(id);
    if (found === undefined) throw new Error(`simulator: no customer ${id}`);
    return found;
  }

  /** The customer that has this domain or domain alias. */
  customerOfDomain(domain: string): CustomerRecord | undefined {
    const wanted = domain.toLowerCase();
    return [...this.customers.values()].find((one) => one.domains.some((d) => d.domainName === wanted || d.aliases.includes(wanted)));
  }

  customerOf(userId: string): CustomerRecord | undefined {
    const user = this.users.get(userId);
    return user === undefined ? undefined : this.customers.get(user.customerId);
  }

  /** Organizational units on the way that do not exist yet are made. */
  addUser(user: NewUser): UserRecord {
    const customer = user.customerId === undefined ? this.customerOfAddress(user.primaryEmail) : this.customer(user.customerId);
    const added = newUser(this.world, customer, user);
    this.claim(added.primaryEmail, added.id);
    this.users.set(added.id, added);
    for (const alias of user.aliases ?? []) this.addAlias(added.id, alias);
    if (added.isAdmin) this.makeAdmin(added.id);
    return added;
  }

  userById(id: string): UserRecord | undefined {
    return this.users.get(id);
  }

  /** By primary address or alias, in any case, also at a domain alias. */
  userByEmail(email: string): UserRecord | undefined {
    return this.users.get(this.idOf(email) ?? '');
  }

  groupById(id: string): GroupRecord | undefined {
    return this.groups.get(id);
  }

  groupByEmail(email: string): GroupRecord | undefined {
    return this.groups.get(this.idOf(email) ?? '');
  }

  addAlias(id: string, alias: string): void {
    this.claim(alias, id);
    (this.users.get(id) ?? this.group(id)).aliases.push(alias);
  }

  /** The address is free for somebody else. */
  removeAlias(id: string, alias: string): void {
    const owner = this.users.get(id) ?? this.group(id);
    owner.aliases = owner.aliases.filter((one) => one !== alias);
    this.release([alias]);
  }

  /** The old address stays as an alias. */
  renameUser(id: string, primaryEmail: string): void {
    const user = this.user(id);
    if (this.addresses.get(primaryEmail.toLowerCase()) !== id) this.claim(primaryEmail, id);
    user.aliases = [...user.aliases.filter((alias) => alias.toLowerCase() !== primaryEmail.toLowerCase()), user.primaryEmail];
    user.primaryEmail = primaryEmail;
  }

  /** Listings may go on showing a user as they are now, for a while (`settings.listingStaleMs`). */
  keepListed(user: UserRecord, now: number): void {
    const { listingStaleMs } = this.settings;
    if (listingStaleMs > 0) this.earlier.set(user.id, { user: structuredClone(this.listed(user, now)), until: now + listingStaleMs });
  }

  /** The user as listings show them. */
  listed(user: UserRecord, now: number): UserRecord {
    const earlier = this.earlier.get(user.id);
    return earlier === undefined || now >= earlier.until ? user : earlier.user;
  }

  suspendUser(id: string, reason = 'ADMIN'): void {
    Object.assign(this.user(id), { suspended: true, suspensionReason: reason });
  }

  unsuspendUser(id: string): void {
    Object.assign(this.user(id), { suspended: false, suspensionReason: undefined });
  }

  archiveUser(id: string): void {
    this.user(id).archived = true;
  }

  moveUser(id: string, orgUnitPath: string): void {
    const user = this.user(id);
    user.orgUnitPath = ensureOrgUnit(this.world, this.customer(user.customerId), orgUnitPath).orgUnitPath;
  }

  /** Gives or takes the role of super administrators. */
  makeAdmin(id: string, status = true): void {
    const { admins } = this.customer(this.user(id).customerId);
    const { roleId } = admins.roleNamed(SUPER_ADMIN_ROLE);
    const held = admins.assignmentsTo(id).filter((one) => one.roleId === roleId);
    if (!status) for (const { roleAssignmentId } of held) this.unassignRole(this.user(id).customerId, roleAssignmentId);
    else if (held.length === 0) this.assignRole(id, roleId);
  }

  /** `id` is a user's or group's; `orgUnitPath` limits the role to a unit. */
  assignRole(id: string, roleId: string, orgUnitPath?: string, condition?: string): RoleAssignmentRecord {
    const customer = this.customer((this.users.get(id) ?? this.group(id)).customerId);
    const unit = orgUnitPath === undefined ? undefined : ensureOrgUnit(this.world, customer, orgUnitPath);
    const scope = unit === undefined ? ('CUSTOMER' as const) : ('ORG_UNIT' as const);
    const orgUnitId = unit?.orgUnitId.replace(/^id:/, '');
    const added = customer.admins.assign({ roleId, assignedTo: id, scopeType: scope, orgUnitId, condition });
    this.refreshAdministrator(id);
    return added;
  }

  unassignRole(customerId: string, roleAssignmentId: string): void {
    const { assignments } = this.customer(customerId).admins;
    const assignment = assignments.get(roleAssignmentId);
    assignments.delete(roleAssignmentId);
    if (assignment !== undefined) this.refreshAdministrator(assignment.assignedTo);
  }

  addSchema(customerId: string, schemaName: string, fields: readonly NewSchemaField[]): SchemaRecord {
    const { schemas } = this.customer(customerId);
    const added = makeSchema(this.world, schemaName, fields);
    schemas.set(added.schemaId, added);
    return added;
  }

  /** The user leaves all groups and roles, the addresses are free, the tokens are void. */
  deleteUser(id: string): void {
    const user = this.user(id);
    for (const { roleAssignmentId } of this.customer(user.customerId).admins.assignmentsTo(id))
      this.unassignRole(user.customerId, roleAssignmentId);
    user.deletionTime = this.world.clock.now();
    this.users.delete(id);
    this.deletedUsers.set(id, user);
    this.release([user.primaryEmail, ...user.aliases]);
    this.leaveGroups(id);
    this.world.cloud.revokeTokens(id);
  }

  /** Within 20 days. Groups and roles do not come back. */
  restoreUser(id: string): void {
    const user = this.deletedUsers.get(id);
    if (user === undefined) throw new Error(`simulator: no deleted user ${id}`);
    for (const address of [user.primaryEmail, ...user.aliases]) this.claim(address, id);
    this.deletedUsers.delete(id);
    user.deletionTime = undefined;
    this.users.set(id, user);
  }

  addGroup(group: NewGroup): GroupRecord {
    const added = newGroup(this.world, this.customerOfAddress(group.email).id, group);
    this.claim(added.email, added.id);
    this.groups.set(added.id, added);
    for (const alias of group.aliases ?? []) this.addAlias(added.id, alias);
    return added;
  }

  deleteGroup(id: string): void {
    const group = this.group(id);
    this.groups.delete(id);
    this.release([group.email, ...group.aliases]);
    this.leaveGroups(id);
  }

  /** `group` is an id or address. */
  addMember(group: string, member: NewMember): MemberRecord {
    return addMember(this.world, this.group(group), member);
  }

  /** `group` and `member` are ids or addresses. */
  removeMember(group: string, member: string): void {
    removeMember(this.world, this.group(group), member);
  }

  /** The unit at this path, made with all its parents when it does not exist. */
  addOrgUnit(customerId: string, orgUnitPath: string, description = ''): OrgUnitRecord {
    const unit = ensureOrgUnit(this.world, this.customer(customerId), orgUnitPath);
    if (description !== '') unit.description = description;
    return unit;
  }

  /** Renames a unit or moves it elsewhere; the paths of its units and users follow. */
  moveOrgUnit(customerId: string, from: string, to: string): void {
    const customer = this.customer(customerId);
    const changed = moveOrgUnit(this.world, customer, from, to);
    for (const user of this.users.values()) {
      if (user.customerId === customerId) user.orgUnitPath = changed.get(user.orgUnitPath) ?? user.orgUnitPath;
    }
  }

  /** The user or group with this id or address. */
  find(key: string): UserRecord | GroupRecord | undefined {
    const id = this.idOf(key) ?? key;
    return this.users.get(id) ?? this.groups.get(id);
  }

  private idOf(address: string): string | undefined {
    const wanted = address.toLowerCase();
    const [local, domain] = wanted.split('@');
    const known = this.addresses.get(wanted);
    if (known !== undefined || domain === undefined) return known;
    const parent = this.customerOfDomain(domain)?.domains.find(({ aliases }) => aliases.includes(domain));
    return parent === undefined ? undefined : this.addresses.get(`${local}@${parent.domainName}`);
  }

  private user(id: string): UserRecord {
    const found = this.users.get(id);
    if (found === undefined) throw new Error(`simulator: no user ${id}`);
    return found;
  }

  private group(key: string): GroupRecord {
    const found = this.groups.get(key) ?? this.groupByEmail(key);
    if (found === undefined) throw new Error(`simulator: no group ${key}`);
    return found;
  }

  private customerOfAddress(email: string): CustomerRecord {
    const found = this.customerOfDomain(email.split('@')[1] ?? '');
    if (found === undefined) throw new Error(`simulator: no customer has the domain of ${email}`);
    return found;
  }

  private claim(email: string, id: string): void {
    const address = email.toLowerCase();
    if (this.addresses.has(address)) throw new Error(`simulator: ${email} is taken`);
    this.addresses.set(address, id);
  }

  private release(emails: readonly string[]): void {
    for (const email of emails) this.addresses.delete(email.toLowerCase());
  }

  private refreshAdministrator(id: string): void {
    const user = this.users.get(id);
    if (user === undefined) return;
    const { admins } = this.customer(user.customerId);
    user.isAdmin = admins.isSuperAdmin(id);
    user.isDelegatedAdmin = !user.isAdmin && (admins.assignmentsTo(id).length > 0 || user.adminPrivileges.size > 0);
  }

  private leaveGroups(id: string): void {
    for (const { members } of this.groups.values()) {
      const at = members.findIndex((member) => member.id === id);
      if (at >= 0) members.splice(at, 1);
    }
  }
}
