import fc from 'fast-check';
import { parseMark, markEntry, type Mark } from '../../src/core/contacts/Mark';
import type { Person } from '../../src/core/contacts/Person';
import { portableContact } from '../../src/core/contacts/portableContact';
import { snapshotOf } from '../../src/core/copy/snapshotOf';
import type { SourceSnapshot } from '../../src/core/copy/CopyContactsAction';
import { newSync, type Sync } from '../../src/core/sync/Sync';
import type { SyncWork } from '../../src/core/sync/planSync';
import { addLabel, addPerson, labelsOf, underLabels, type SyncedAccount } from './syncModel';

export const sourceUser = 'ann';
export const sourceGroup = { resourceName: 'contactGroups/s1', name: 'Customers' };

export const personalSync = (more: Partial<Sync> = {}): Sync => ({
  ...newSync('sync1', 'personal'),
  name: 'Customers for Sales',
  source: { kind: 'personal', userId: sourceUser, email: 'ann@acme.test', group: sourceGroup },
  // Small worlds: what may go is looked at by tests of the guard.
  guard: { share: 1, contacts: 25_000 },
  ...more,
});

export const sourceOf = (persons: Readonly<Record<string, Person>>): SourceSnapshot =>
  snapshotOf(
    sourceUser,
    Object.entries(persons).flatMap(([id, one]) => portableContact({ ...one, metadata: { sources: [{ type: 'CONTACT', id }] } }) ?? []),
  );

export const workOf = (sync: Sync, persons: Readonly<Record<string, Person>>, groupName = 'Customers'): SyncWork => ({
  sync,
  snapshot: sourceOf(persons),
  groupName,
  otherSyncs: new Set(['sync2']),
});

const values = <T>(all: T[]) => fc.subarray(all).map((some) => some.map((value) => ({ value })));

/** Persons that often share a name, an address or a number. */
export const meetingPerson: fc.Arbitrary<Person> = fc.record(
  {
    names: fc.constantFrom('Ann', 'Bob', 'Ann Lee', 'Bob Lee', 'Cleo').map((givenName) => [{ givenName }]),
    emailAddresses: values(['ann@x.test', 'bob@x.test', 'info@x.test']),
    phoneNumbers: values(['+41 44 555 01 02', '+41 44 555 01 03', '+41 44 555 01 04']),
    biographies: fc.constantFrom('likes tea', 'likes cake').map((value) => [{ value }]),
    organizations: fc.constantFrom('Acme', 'Bolt').map((name) => [{ name, title: 'Buyer' }]),
  },
  { requiredKeys: ['names'] },
);

export const sourcePersons: fc.Arbitrary<Readonly<Record<string, Person>>> = fc.dictionary(
  fc.constantFrom('1', '2', '3', '4', '5', '6'),
  meetingPerson,
);

/** What people and other tools do to an account between two nights. */
export type Edit =
  | { readonly kind: 'add'; readonly person: Person; readonly inLabel: boolean }
  | { readonly kind: 'edit'; readonly at: number; readonly person: Person }
  | { readonly kind: 'addPhone'; readonly at: number; readonly value: string }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'unlabel'; readonly at: number }
  | { readonly kind: 'star'; readonly at: number }
  | { readonly kind: 'loseMark'; readonly at: number }
  | { readonly kind: 'otherTool'; readonly at: number }
  | { readonly kind: 'double'; readonly at: number }
  | { readonly kind: 'merge'; readonly at: number; readonly other: number }
  | { readonly kind: 'copyMark'; readonly at: number }
  | { readonly kind: 'renameLabel'; readonly at: number; readonly name: string }
  | { readonly kind: 'deleteLabel'; readonly at: number }
  | { readonly kind: 'addLabel'; readonly name: string };

const at = fc.nat(11);
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), person: meetingPerson, inLabel: fc.boolean() }),
  fc.record({ kind: fc.constant('edit' as const), at, person: meetingPerson }),
  fc.record({ kind: fc.constant('addPhone' as const), at, value: fc.constantFrom('+1 202 555 0100', '+41 44 555 01 02') }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'unlabel' as const, 'star' as const, 'loseMark' as const), at }),
  fc.record({ kind: fc.constantFrom('otherTool' as const, 'double' as const, 'copyMark' as const, 'deleteLabel' as const), at }),
  fc.record({ kind: fc.constant('merge' as const), at, other: at }),
  fc.record({ kind: fc.constant('renameLabel' as const), at, name: fc.constantFrom('Kunden', 'Clients') }),
  fc.record({ kind: fc.constant('addLabel' as const), name: fc.constantFrom('Customers', 'Friends') }),
);

const STARRED = 'contactGroups/starred';
const MINE = 'contactGroups/myContacts';

const isMark = (entry: unknown): entry is { key: string } => parseMark(entry) !== undefined;

/** Where there is nothing at that place, nothing happens. */
export const doEdit = (account: SyncedAccount, edit: Edit): SyncedAccount => {
  const { persons, labels } = account;
  const change = (to: (person: Person) => Person): SyncedAccount => {
    const made = account.made + 1;
    const index = 'at' in edit && persons.length > 0 ? edit.at % persons.length : -1;
    return { ...account, made, persons: persons.map((one, place) => (place === index ? { ...to(one), etag: `e${made}` } : one)) };
  };
  const labelAt = 'at' in edit && labels.length > 0 ? labels[edit.at % labels.length] : undefined;
  const personAt = 'at' in edit && persons.length > 0 ? persons[edit.at % persons.length] : undefined;
  switch (edit.kind) {
    case 'add':
      return addPerson(
        account,
        underLabels(edit.person, [MINE, ...(edit.inLabel ? labels.slice(0, 1).map((one) => one.resourceName) : [])]),
      );
    case 'edit':
      return change((one) => ({ ...one, ...edit.person }));
    case 'addPhone':
      return change((one) => ({ ...one, phoneNumbers: [...((one['phoneNumbers'] as object[] | undefined) ?? []), { value: edit.value }] }));
    case 'delete':
      return personAt === undefined ? account : { ...account, persons: persons.filter((one) => one !== personAt) };
    case 'unlabel':
      return change((one) => underLabels(one, [MINE, ...labelsOf(one).filter((name) => name === STARRED)]));
    case 'star':
      return change((one) => underLabels(one, [...labelsOf(one), STARRED]));
    case 'loseMark':
      return change((one) => ({ ...one, clientData: (one.clientData ?? []).filter((entry) => !isMark(entry)) }));
    case 'otherTool':
      return change((one) => ({ ...one, clientData: [{ key: 'crm', value: '17' }, ...(one.clientData ?? [])] }));
    case 'double':
      return personAt === undefined ? account : addPerson(account, personAt);
    case 'merge': {
      const other = persons.length > 0 ? persons[edit.other % persons.length] : undefined;
      if (personAt === undefined || other === undefined || other === personAt) return account;
      const merged = {
        ...other,
        ...personAt,
        clientData: [...(personAt.clientData ?? []), ...(other.clientData ?? [])],
        ...underLabels({}, [...labelsOf(personAt), ...labelsOf(other)]),
      };
      return { ...account, persons: persons.flatMap((one) => (one === personAt ? [merged] : one === other ? [] : [one])) };
    }
    case 'copyMark':
      return change((one) => {
        const mark: Mark = { version: 1, origin: 'request7', sourceUserId: sourceUser, sourceContactId: '3', fingerprint: 'f' };
        return {
          ...one,
          clientData: (one.clientData ?? []).some(isMark) ? one.clientData : [...(one.clientData ?? []), markEntry(mark)],
        } as Person;
      });
    case 'renameLabel':
      return labelAt === undefined || labels.some(({ name }) => name === edit.name)
        ? account
        : { ...account, labels: labels.map((one) => (one === labelAt ? { ...one, name: edit.name } : one)) };
    case 'deleteLabel':
      return labelAt === undefined
        ? account
        : {
            ...account,
            labels: labels.filter((one) => one !== labelAt),
            persons: persons.map((one) =>
              underLabels(one, [
                ...labelsOf(one).filter((name) => name !== labelAt.resourceName),
                ...(labelsOf(one).length === 1 ? [MINE] : []),
              ]),
            ),
          };
    case 'addLabel':
      return labels.some(({ name }) => name === edit.name) ? account : addLabel(account, edit.name);
  }
};
