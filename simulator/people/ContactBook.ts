import type { Random } from '../kernel/Random';
import { limits } from './limits';
import { currentVersion } from './StoredContact';
import type { ContactVersion, PersonFields, StoredContact, StoredContactGroup } from './StoredContact';
import { MY_CONTACTS, systemGroups } from './systemGroups';

export interface ContactBookOptions {
  readonly random: Random;
  /** Lags of reads, ms: versions are kept as long as one may show them. */
  readonly settings: { readonly readLagMs: number; readonly syncLagMs: number };
}

/** A listing under way: its entries are fixed with the first page, their contents are not. */
export interface Listing {
  readonly resourceNames: readonly string[];
  /** When the first page was asked for, ms. */
  readonly startedAt: number;
}

/** What a write gives a contact; what is absent stays. */
export interface ContactChange {
  readonly fields?: PersonFields;
  readonly groups?: readonly string[];
  /** null removes the photo. */
  readonly photo?: string | null;
}

/** Contacts, trash and contact groups of one user. It stores; who may write what is decided by the operations. */
export class ContactBook {
  /** All contacts, the deleted among them, in order of creation. */
  readonly contacts = new Map<string, StoredContact>();
  readonly groups = new Map<string, StoredContactGroup>();
  /** What page tokens point into, by listing id; the oldest are forgotten. */
  readonly listings = new Map<string, Listing>();
  /** Until when the last write through the API is under way. */
  writingUntil = -Infinity;
  /** Resource names that searchContacts has in its cache. */
  searchable: ReadonlySet<string> = new Set();
  private sequence = 0;
  private listingCount = 0;

  constructor(private readonly options: ContactBookOptions) {
    for (const group of systemGroups()) this.groups.set(group.resourceName, group);
  }

  /** Contacts that exist, in order of creation. */
  live(): StoredContact[] {
    return [...this.contacts.values()].filter((contact) => !currentVersion(contact).deleted);
  }

  trash(now: number): StoredContact[] {
    return [...this.contacts.values()].filter((contact) => {
      const { deleted, at } = currentVersion(contact);
      return deleted && !contact.purged && now - at < limits.trashMs;
    });
  }

  /** A contact that exists now. */
  find(resourceName: string): StoredContact | undefined {
    const contact = this.contacts.get(resourceName);
    return contact === undefined || currentVersion(contact).deleted ? undefined : contact;
  }

  /** A contact group that exists now. */
  group(resourceName: string): StoredContactGroup | undefined {
    const group = this.groups.get(resourceName);
    return group === undefined || group.deleted ? undefined : group;
  }

  add(fields: PersonFields, groups: readonly string[], now: number): StoredContact {
    const contactId = this.newId();
    const contact: StoredContact = {
      contactId,
      resourceName: `people/c${BigInt(`0x${contactId}`)}`,
      previousResourceNames: [],
      versions: [{ at: now, sequence: this.next(), fields, groups, deleted: false }],
      purged: false,
    };
    this.contacts.set(contact.resourceName, contact);
    return contact;
  }

  change(contact: StoredContact, change: ContactChange, now: number): void {
    const before = currentVersion(contact);
    const photo = change.photo === undefined ? before.photo : (change.photo ?? undefined);
    this.push(contact, { ...before, fields: change.fields ?? before.fields, groups: change.groups ?? before.groups, photo }, now);
  }

  /** Into the trash. */
  remove(contact: StoredContact, now: number): void {
    this.push(contact, { ...currentVersion(contact), deleted: true }, now);
  }

  /** Out of the trash. */
  restore(contact: StoredContact, now: number): void {
    this.push(contact, { ...currentVersion(contact), deleted: false }, now);
  }

  addGroup(name: string, clientData: StoredContactGroup['clientData'], now: number): StoredContactGroup {
    const group: StoredContactGroup = {
      resourceName: `contactGroups/${this.newId()}`,
      system: false,
      name,
      formattedName: name,
      clientData,
      createdAt: now,
      updatedAt: now,
      sequence: this.next(),
      deleted: false,
    };
    this.groups.set(group.resourceName, group);
    return group;
  }

  changeGroup(group: StoredContactGroup, change: Partial<Pick<StoredContactGroup, 'name' | 'clientData' | 'deleted'>>, now: number): void {
    Object.assign(group, change);
    group.formattedName = group.name;
    group.updatedAt = now;
    group.sequence = this.next();
  }

  /** Deletes the group; its contacts stay, and one that was in no other group goes to myContacts, since a contact must be in one. */
  removeGroup(group: StoredContactGroup, now: number): void {
    for (const contact of this.membersOf(group.resourceName)) {
      const rest = currentVersion(contact).groups.filter((name) => name !== group.resourceName);
      this.change(contact, { groups: rest.length > 0 ? rest : [MY_CONTACTS] }, now);
    }
    this.changeGroup(group, { deleted: true }, now);
  }

  membersOf(groupResourceName: string): StoredContact[] {
    return this.live().filter((contact) => currentVersion(contact).groups.includes(groupResourceName));
  }

  newListingId(): string {
    return String((this.listingCount += 1));
  }

  private push(contact: StoredContact, version: ContactVersion, now: number): void {
    const next = { ...version, at: now, sequence: this.next() };
    const { readLagMs, syncLagMs } = this.options.settings;
    const keepMs = Math.max(readLagMs, syncLagMs);
    const horizon = now - keepMs;
    const firstNeeded = Math.max(0, contact.versions.filter((old) => old.at <= horizon).length - 1);
    const kept = keepMs === 0 ? [] : contact.versions.slice(firstNeeded);
    contact.versions = [...kept, next];
  }

  private next(): number {
    return (this.sequence += 1);
  }

  private newId(): string {
    return `${'1234567'[this.options.random.integer(7)]}${this.options.random.text(14)}`;
  }
}
