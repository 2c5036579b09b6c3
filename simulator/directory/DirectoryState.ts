import type { World } from '../World';
import type { CustomerRecord, GroupRecord, MemberRecord, OrgUnitRecord, UserRecord } from './DirectoryRecords';
import { addMember, removeMember, type NewMember } from './groupMembers';
import { newUser, type NewUser } from './newUser';
import { ensureOrgUnit, makeOrgUnit, moveOrgUnit } from './orgUnitTree';
import { QueryQuota } from './QueryQuota';

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';

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
  /** New users appear in listings and searches only this much later, ms. Google: usually within an hour. */
  listingLag = 0;
  private addresses = new Map<string, string>();

  constructor(private world: World) {}

  addCustomer(customer: {
    id?: string;
    domains: readonly (string | { domainName: string; aliases?: string[]; verified?: boolean })[];
  }): CustomerRecord {
    const now = this.world.clock.now();
    const domains = customer.domains.map((domain, i) => {
      const { domainName, aliases = [], verified = true } = typeof domain === 'string' ? { domainName: domain } : domain;
      return { domainName: domainName.toLowerCase(), isPrimary: i === 0, verified, aliases, creationTime: now };
    });
    if (domains.length === 0) throw new Error('simulator: a customer has at least one domain');
    const added: CustomerRecord = { id: customer.id ?? `C0${this.world.random.text(7, BASE36)}`, domains, orgUnits: new Map() };
    this.customers.set(added.id, added);
    makeOrgUnit(this.world, added, undefined, domains[0]?.domainName ?? '');
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

  /** The old address stays as an alias. */
  renameUser(id: string, primaryEmail: string): void {
    const user = this.user(id);
    if (this.addresses.get(primaryEmail.toLowerCase()) !== id) this.claim(primaryEmail, id);
    user.aliases = [...user.aliases.filter((alias) => alias.toLowerCase() !== primaryEmail.toLowerCase()), user.primaryEmail];
    user.primaryEmail = primaryEmail;
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

  makeAdmin(id: string, status = true): void {
    this.user(id).isAdmin = status;
  }

  /** The user leaves all groups, the addresses are free, the tokens are void. */
  deleteUser(id: string): void {
    const user = this.user(id);
    user.deletionTime = this.world.clock.now();
    this.users.delete(id);
    this.deletedUsers.set(id, user);
    this.release([user.primaryEmail, ...user.aliases]);
    this.leaveGroups(id);
    this.world.cloud.revokeTokens(id);
  }

  addGroup(group: {
    email: string;
    name?: string;
    description?: string;
    id?: string;
    aliases?: string[];
    adminCreated?: boolean;
  }): GroupRecord {
    const added: GroupRecord = {
      id: group.id ?? `0${this.world.random.text(14, BASE36)}`,
      customerId: this.customerOfAddress(group.email).id,
      email: group.email,
      name: group.name ?? group.email.split('@')[0] ?? '',
      description: group.description ?? '',
      aliases: [],
      adminCreated: group.adminCreated ?? true,
      members: [],
    };
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

  private leaveGroups(id: string): void {
    for (const { members } of this.groups.values()) {
      const at = members.findIndex((member) => member.id === id);
      if (at >= 0) members.splice(at, 1);
    }
  }
}
