import fc from 'fast-check';
import { World } from '../../simulator/World';
import { copyToTarget } from '../../src/app/apply/copyToTarget';
import { observeSource } from '../../src/app/apply/observeSource';
import { contactFieldTable, contactFields } from '../../src/core/contacts/contactFieldTable';
import { canonical } from '../../src/core/contacts/fingerprint';
import type { Person } from '../../src/core/contacts/Person';
import { portableFields } from '../../src/core/contacts/portableContact';
import { reduceContact } from '../../src/core/contacts/reduceContact';
import type { CopyContactsAction } from '../../src/core/copy/CopyContactsAction';
import { lowestQuotas } from '../../src/core/plan/quotas';
import { listDomains, listGroups, listMembers, listOrgUnits, listUsers, searchUsers } from '../../src/google/directory';
import { getUser } from '../../src/google/directory';
import { delegatedSubject, type Delegation } from '../../src/google/delegation';
import { listContactGroups, listContacts } from '../../src/google/people';
import { CONTACTS_SCOPE, operations } from '../../src/google/operations';
import type { Task } from '../../src/google/Call';
import type { Result } from '../../src/core/base/Result';
import { personFields } from '../support/contactArbitrary';
import { feedTask } from '../support/feedTask';
import { networkDriver } from '../support/networkDriver';

const self = { kind: 'self' } as const;

/** Ann is the source, Bob the target, the operator holds Token Creator; quotas are out of the way. */
const company = () => {
  const world = new World();
  Object.assign(world.people.settings.quotas, {
    criticalRead: Infinity,
    criticalWrite: Infinity,
    read: Infinity,
    write: Infinity,
    dailyContactWrites: Infinity,
  });
  const customer = world.directory.addCustomer({ domains: ['example.com'] });
  world.directory.addOrgUnit(customer.id, '/Sales');
  const add = (name: string, more: object = {}) =>
    world.directory.addUser({ primaryEmail: `${name.toLowerCase()}@example.com`, name: { givenName: name, familyName: 'Test' }, ...more });
  const [operator, ann, bob] = [add('Operator', { isAdmin: true }), add('Ann'), add('Bob', { orgUnitPath: '/Sales' })];
  const project = world.cloud.addProject({
    projectId: 'p',
    enabledApis: ['people.googleapis.com', 'admin.googleapis.com', 'iamcredentials.googleapis.com'],
  });
  const serviceAccount = world.cloud.addServiceAccount({ project: project.number, name: 'roster' });
  serviceAccount.tokenCreators.add(operator.id);
  world.cloud.grantDelegation(customer.id, serviceAccount.clientId, [CONTACTS_SCOPE]);
  const scopes = new Set(Object.values(operations).flatMap((operation) => operation.scopes.slice(0, 1)));
  const token = world.cloud.issueToken({ userId: operator.id, scopes, via: 'user', project: project.number, seconds: 86_400 });
  const delegation: Delegation = { serviceAccount: serviceAccount.email, now: () => world.clock.now() };
  const send = networkDriver(world, token);
  const get = <T>(task: Task<Result<T>>): T => {
    const { value } = feedTask(task, send);
    if (!value.ok) throw new Error(JSON.stringify(value.problem));
    return value.value;
  };
  const copy = (origin: string, label?: { resourceName: string; name: string }) => {
    const action: CopyContactsAction = {
      kind: 'copyContacts',
      sourceUserId: ann.id,
      createLabel: label !== undefined,
      ...(label === undefined ? {} : { sourceGroup: label }),
    };
    const snapshot = get(observeSource(get(delegatedSubject(delegation, ann, CONTACTS_SCOPE)), action));
    return feedTask(
      copyToTarget({ delegation, snapshot, action, origin, targets: 1, quotas: lowestQuotas }, get(getUser(self, bob.id)), Infinity),
      send,
    ).value;
  };
  return { world, customer, ann, bob, send, get, copy, delegation };
};

const fieldsOf = (world: World, userId: string): string[] =>
  world.people
    .contactsOf(userId)
    .map((person) =>
      JSON.stringify(
        Object.entries(portableFields(person as Person)).map(([field, entries]) => [
          field,
          [...(entries ?? [])].map((entry) => JSON.stringify(entry)).sort(),
        ]),
      ),
    )
    .sort();

const saidBy = (world: World, userId: string): string[] =>
  world.people
    .contactsOf(userId)
    .map((person) => canonical(portableFields(person as Person)))
    .sort();

test('a contact with every field arrives with every value; the source is unchanged; a second copy adds nothing (S20, S24, S38)', () => {
  const { world, ann, bob, copy } = company();
  const everything = Object.fromEntries(
    contactFields.map((field) => {
      const { texts, numbers = [], flags = [], dates = [], defaults = {} } = contactFieldTable[field];
      const entry = {
        ...Object.fromEntries(
          texts.map((name) => [
            name,
            defaults[name]?.[0] ?? (field === 'miscKeywords' && name === 'type' ? 'HOME' : `${name} of ${field}`),
          ]),
        ),
        ...Object.fromEntries(numbers.map((name) => [name, 50000])),
        ...Object.fromEntries(flags.map((name) => [name, true])),
        ...Object.fromEntries(dates.map((name) => [name, { year: 2001, month: 2, day: 3 }])),
      };
      return [field, [entry]];
    }),
  );
  world.people.addContact(ann.id, everything);
  const before = JSON.stringify(world.people.contactsOf(ann.id));
  expect(copy('run1')).toMatchObject({ status: 'done', created: 1 });
  expect(fieldsOf(world, bob.id)).toEqual(fieldsOf(world, ann.id));
  expect(Object.keys(portableFields(world.people.contactsOf(bob.id)[0] as Person)).sort()).toEqual([...contactFields].sort());
  expect(copy('run2')).toMatchObject({ status: 'done', created: 0, skipped: 1 });
  expect(JSON.stringify(world.people.contactsOf(ann.id))).toBe(before);
});

test('whatever contacts the source has, they arrive once, say the same, and a second copy adds nothing (S20, S24)', () => {
  fc.assert(
    fc.property(fc.array(personFields, { maxLength: 6 }), (persons) => {
      const { world, ann, bob, copy } = company();
      for (const person of persons) world.people.addContact(ann.id, asKept(person));
      const wanted = world.people.contactsOf(ann.id).filter((person) => Object.keys(portableFields(person as Person)).length > 0).length;
      expect(copy('run1')).toMatchObject({ status: 'done', created: wanted, failed: 0 });
      expect(saidBy(world, bob.id)).toEqual(saidBy(world, ann.id).filter((form) => form !== '{}'));
      expect(copy('run2')).toMatchObject({ status: 'done', created: 0 });
      expect(world.people.contactsOf(bob.id)).toHaveLength(wanted);
    }),
    { numRuns: 60 },
  );
});

const CLOSED = ['nicknames', 'biographies', 'miscKeywords'];

/** Contacts as Google keeps them: of nicknames, notes and keywords it knows the types itself, and a blank is no value. */
const asKept = (person: Person): Person => {
  const isKept = (field: string, name: string, value: unknown): boolean =>
    !(CLOSED.includes(field) && ['type', 'contentType'].includes(name)) && !(typeof value === 'string' && value.trim() === '');
  const kept = (field: string, entry: object): object =>
    Object.fromEntries(Object.entries(entry).filter(([name, value]) => isKept(field, name, value)));
  return Object.fromEntries(
    Object.entries(person).map(([field, entries]) => [field, (entries as object[]).map((entry) => kept(field, entry))]),
  );
};

test('a contact with more addresses than a listing gives arrives with all of them (S20)', () => {
  const { world, ann, bob, copy } = company();
  const emailAddresses = Array.from({ length: 130 }, (_, index) => ({ value: `a${index}@else.test`, type: 'other' }));
  world.people.addContact(ann.id, { names: [{ givenName: 'Hub' }], emailAddresses });
  world.people.addContact(ann.id, { names: [{ givenName: 'Ann' }] });
  expect(copy('run1')).toMatchObject({ status: 'done', created: 2 });
  expect(fieldsOf(world, bob.id)).toEqual(fieldsOf(world, ann.id));
  expect(copy('run2')).toMatchObject({ status: 'done', created: 0, skipped: 2 });
});

test('only the label’s contacts travel, under a label of that name that is marked as ours (S21, S22)', () => {
  const { world, ann, bob, copy, get, delegation } = company();
  const label = world.people.addContactGroup(ann.id, 'Customers');
  const inLabel = [{ contactGroupMembership: { contactGroupResourceName: label.resourceName } }];
  world.people.addContact(ann.id, { names: [{ givenName: 'In' }], memberships: inLabel });
  world.people.addContact(ann.id, { names: [{ givenName: 'Out' }] });
  expect(copy('run1', { resourceName: label.resourceName, name: 'Customers' })).toMatchObject({ status: 'done', created: 1 });
  const as = get(delegatedSubject(delegation, bob, CONTACTS_SCOPE));
  const group = get(listContactGroups(as)).find((one) => one.name === 'Customers');
  expect(group?.marks).toEqual([{ version: 1, origin: 'run1', sourceUserId: ann.id, sourceGroup: label.resourceName }]);
  const groups = get(listContacts(as, ['memberships'], (person) => reduceContact(person)?.groups));
  expect(groups.map((names) => [...names].sort())).toEqual([['contactGroups/myContacts', group?.resourceName].sort()]);
});

test('reads the directory: users by organization, unit, domain and prefix; groups, nested members, units, domains (S1, S10)', () => {
  const { world, get, bob } = company();
  world.directory.addGroup({ email: 'inner@example.com', name: 'Inner' });
  world.directory.addGroup({ email: 'outer@example.com', name: 'Outer' });
  world.directory.addMember('inner@example.com', { email: 'bob@example.com' });
  world.directory.addMember('outer@example.com', { email: 'inner@example.com' });
  const emails = (users: readonly { primaryEmail: string }[]): string[] => users.map((user) => user.primaryEmail).sort();
  expect(emails(get(listUsers(self)))).toEqual(['ann@example.com', 'bob@example.com', 'operator@example.com']);
  expect(emails(get(listUsers(self, { orgUnitPath: '/Sales' })))).toEqual(['bob@example.com']);
  expect(emails(get(listUsers(self, { domain: 'example.com' })))).toHaveLength(3);
  expect(emails(get(searchUsers(self, 'bo', 10)))).toEqual(['bob@example.com']);
  expect(get(getUser(self, 'bob@example.com'))).toMatchObject({ id: bob.id, orgUnitPath: '/Sales', suspended: false });
  expect(
    get(listGroups(self))
      .map((group) => group.name)
      .sort(),
  ).toEqual(['Inner', 'Outer']);
  expect(
    get(listMembers(self, 'outer@example.com'))
      .map((member) => [member.type, member.email])
      .sort(),
  ).toEqual([
    ['GROUP', 'inner@example.com'],
    ['USER', 'bob@example.com'],
  ]);
  expect(
    get(listOrgUnits(self))
      .map((unit) => unit.orgUnitPath)
      .sort(),
  ).toEqual(['/', '/Sales']);
  expect(get(listDomains(self))).toEqual([{ domainName: 'example.com', aliases: [], isPrimary: true, verified: true }]);
});
