import type { World } from '../World';
import { ContactBook } from './ContactBook';
import { readFields } from './fieldMask';
import { createFields, normalizePerson, sentGroups } from './normalizePerson';
import { personMessage } from './personMessage';
import { defaultPeopleSettings } from './PeopleSettings';
import { QuotaMeter } from './QuotaMeter';
import { readMessage } from './readMessage';
import { renderPerson } from './renderPerson';
import { currentVersion } from './StoredContact';
import type { Item, StoredContact, StoredContactGroup } from './StoredContact';
import { MY_CONTACTS } from './systemGroups';

/**
 * Contacts and contact groups of every user. The methods are what a person does in Google Contacts, and what loaders and tests
 * need: no permissions, quotas or etags. Persons are People API JSON; answers show the CONTACT source with all fields.
 */
export class PeopleState {
  /** How Google answers where its documentation leaves it open. Change members in place. */
  readonly settings = defaultPeopleSettings();
  readonly meter = new QuotaMeter();
  private books = new Map<string, ContactBook>();
  private switchedOff = new Set<string>();

  constructor(private world: World) {}

  /** The user's contacts in order of creation, without those in the trash. */
  contactsOf(userId: string): Item[] {
    return this.bookOf(userId).live().map(shown);
  }

  trashOf(userId: string): Item[] {
    return this.bookOf(userId).trash(this.world.clock.now()).map(shown);
  }

  /** One contact, or undefined. */
  contact(userId: string, resourceName: string): Item | undefined {
    const contact = this.bookOf(userId).find(resourceName);
    return contact === undefined ? undefined : shown(contact);
  }

  /** The user's own contact groups; system groups are left out. */
  contactGroupsOf(userId: string): StoredContactGroup[] {
    return [...this.bookOf(userId).groups.values()].filter((group) => !group.system && !group.deleted);
  }

  /** Contacts in a group. */
  membersOf(userId: string, groupResourceName: string): Item[] {
    return this.bookOf(userId).membersOf(groupResourceName).map(shown);
  }

  /** `person` may carry `memberships`; without any it goes to myContacts. */
  addContact(userId: string, person: object): Item {
    const read = readMessage(personMessage, person, 'person');
    const groups = sentGroups(read);
    for (const name of groups) this.group(userId, name);
    return shown(
      this.bookOf(userId).add(normalizePerson(read, createFields), groups.length > 0 ? groups : [MY_CONTACTS], this.world.clock.now()),
    );
  }

  /** The group of that name, made when there is none. */
  addContactGroup(userId: string, name: string): StoredContactGroup {
    const known = this.contactGroupsOf(userId).find((group) => group.name === name);
    return known ?? this.bookOf(userId).addGroup(name, [], this.world.clock.now());
  }

  /** Replaces the fields that `change` names; an empty list clears one. */
  editContact(userId: string, resourceName: string, change: object): Item {
    const contact = this.stored(userId, resourceName);
    const names = Object.keys(change);
    const read = readMessage(personMessage, change, 'person');
    const kept = Object.entries(currentVersion(contact).fields).filter(([name]) => !names.includes(name));
    const fields = { ...Object.fromEntries(kept), ...normalizePerson(read, names) };
    const groups = sentGroups(read);
    for (const name of groups) this.group(userId, name);
    this.bookOf(userId).change(contact, { fields, ...(groups.length > 0 ? { groups } : {}) }, this.world.clock.now());
    return shown(contact);
  }

  deleteContact(userId: string, resourceName: string): void {
    this.bookOf(userId).remove(this.stored(userId, resourceName), this.world.clock.now());
  }

  /** Out of the trash. */
  restoreContact(userId: string, resourceName: string): Item {
    const book = this.bookOf(userId);
    const contact = book.trash(this.world.clock.now()).find((one) => one.resourceName === resourceName);
    if (contact === undefined) throw new Error(`simulator: ${resourceName} is not in the trash`);
    book.restore(contact, this.world.clock.now());
    return shown(contact);
  }

  emptyTrash(userId: string): void {
    for (const contact of this.bookOf(userId).trash(this.world.clock.now())) contact.purged = true;
  }

  /** "Merge": the second contact's values and groups go to the first, its name is kept as a former name, and it is gone without trash. */
  mergeContacts(userId: string, keep: string, absorb: string): Item {
    const book = this.bookOf(userId);
    const [kept, absorbed] = [this.stored(userId, keep), this.stored(userId, absorb)];
    const [mine, theirs] = [currentVersion(kept), currentVersion(absorbed)];
    const fields: Record<string, readonly Item[]> = { ...mine.fields };
    for (const [name, items] of Object.entries(theirs.fields)) fields[name] = union(name, mine.fields[name] ?? [], items);
    book.change(kept, { fields, groups: [...new Set([...mine.groups, ...theirs.groups])] }, this.world.clock.now());
    kept.previousResourceNames = [...kept.previousResourceNames, absorbed.resourceName, ...absorbed.previousResourceNames];
    book.remove(absorbed, this.world.clock.now());
    absorbed.purged = true;
    return shown(kept);
  }

  renameContactGroup(userId: string, groupResourceName: string, name: string): void {
    this.bookOf(userId).changeGroup(this.group(userId, groupResourceName), { name }, this.world.clock.now());
  }

  /** The contacts in it stay. */
  deleteContactGroup(userId: string, groupResourceName: string): void {
    this.bookOf(userId).removeGroup(this.group(userId, groupResourceName), this.world.clock.now());
  }

  /** An administrator switches the Contacts service on or off for the user. */
  switchService(userId: string, on: boolean): void {
    if (on) this.switchedOff.delete(userId);
    else this.switchedOff.add(userId);
  }

  isServiceOn(userId: string): boolean {
    return !this.switchedOff.has(userId) && !this.isInPreparation(userId);
  }

  /** A user created a moment ago, whose services are not there yet. */
  private isInPreparation(userId: string): boolean {
    const { directory, clock } = this.world;
    const readyAt = directory.userById(userId)?.servicesReadyAt ?? 0;
    return directory.settings.servicesNotReady === 'people' && clock.now() < readyAt;
  }

  bookOf(userId: string): ContactBook {
    const known = this.books.get(userId);
    if (known !== undefined) return known;
    if (this.world.directory.userById(userId) === undefined) throw new Error(`simulator: no user ${userId}`);
    const book = new ContactBook({ random: this.world.random, settings: this.settings });
    this.books.set(userId, book);
    return book;
  }

  private stored(userId: string, resourceName: string): StoredContact {
    const found = this.bookOf(userId).find(resourceName);
    if (found === undefined) throw new Error(`simulator: no contact ${resourceName}`);
    return found;
  }

  private group(userId: string, resourceName: string): StoredContactGroup {
    const found = this.bookOf(userId).group(resourceName);
    if (found === undefined) throw new Error(`simulator: no contact group ${resourceName}`);
    return found;
  }
}

const EVERYTHING = new Set(readFields);

function shown(contact: StoredContact): Item {
  return renderPerson(contact, currentVersion(contact), { mask: EVERYTHING, sources: new Set(['CONTACT']) });
}

function union(name: string, mine: readonly Item[], theirs: readonly Item[]): readonly Item[] {
  if (['names', 'biographies', 'birthdays', 'genders'].includes(name) && mine.length > 0) return mine;
  const known = new Set(mine.map((item) => JSON.stringify(item)));
  return [...mine, ...theirs.filter((item) => !known.has(JSON.stringify(item)))];
}
