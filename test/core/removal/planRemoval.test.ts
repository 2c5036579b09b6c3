import fc from 'fast-check';
import { groupMarkEntry, type ContactGroup, type GroupMark } from '../../../src/core/contacts/ContactGroup';
import { fingerprint } from '../../../src/core/contacts/fingerprint';
import { markEntry, type Mark } from '../../../src/core/contacts/Mark';
import type { Person } from '../../../src/core/contacts/Person';
import { portableFields } from '../../../src/core/contacts/portableContact';
import { reduceMarked } from '../../../src/core/removal/MarkedContact';
import { packRemoval, unpackRemoval } from '../../../src/core/removal/packRemoval';
import { planRemoval, type RemovalPlan } from '../../../src/core/removal/planRemoval';
import type { Delivery } from '../../../src/core/removal/RemoveContactsAction';

const fields = { names: [{ givenName: 'Ada' }], emailAddresses: [{ value: 'ada@customer.test' }] };

/** As Roster wrote it, unless `more` says otherwise. */
const delivered = (id: string, mark: Partial<Mark> = {}, more: Partial<Person> = {}): Person => ({
  resourceName: `people/${id}`,
  ...fields,
  clientData: [
    markEntry({
      version: 1,
      origin: 'r1',
      sourceUserId: 'u1',
      sourceContactId: id,
      fingerprint: fingerprint(portableFields(fields as Person)),
      ...mark,
    }),
  ],
  ...more,
});
const under = (...groups: string[]): Partial<Person> => ({
  memberships: ['contactGroups/myContacts', ...groups].map((contactGroupResourceName) => ({
    contactGroupMembership: { contactGroupResourceName },
  })),
});
const labelOf = (resourceName: string, memberCount: number, mark?: Partial<GroupMark>): ContactGroup => ({
  resourceName,
  name: 'Customers',
  groupType: 'USER_CONTACT_GROUP',
  memberCount,
  marks: mark === undefined ? [] : [{ version: 1, origin: 'r1', sourceUserId: 'u1', sourceGroup: 'g', ...mark }],
});

const plan = (persons: readonly Person[], delivery: Delivery, groups: readonly ContactGroup[] = []): RemovalPlan =>
  planRemoval(
    {
      targetId: 't',
      size: persons.length,
      contacts: persons.flatMap((person) => reduceMarked(person) ?? []),
      groups,
      readSingly: 0,
    },
    delivery,
  );
const gone = (found: RemovalPlan): string[] => found.removes.map(({ resourceName }) => resourceName.slice('people/'.length));
const kept = (found: RemovalPlan): string[] => found.keeps.map(({ resourceName, reason }) => `${resourceName.slice(7)} ${reason}`);

const all: Delivery = { kind: 'all' };
const ofRequest: Delivery = { kind: 'request', requestId: 'r1', name: 'Customers' };
const ofSource: Delivery = { kind: 'source', userId: 'u1', email: 'u1@acme.test' };

describe('B6, S61: which delivered contacts go', () => {
  const account = [
    delivered('c3'),
    delivered('c1', { origin: 'r2' }),
    delivered('c2', { sourceUserId: 'u2' }),
    { resourceName: 'people/c4', ...fields },
    { resourceName: 'people/c5', ...fields, clientData: [{ key: 'other', value: 'tool' }] },
  ];

  it.each<[string, Delivery, string[]]>([
    ['everything', all, ['c1', 'c2', 'c3']],
    ['what came from one user, by any request', ofSource, ['c1', 'c3']],
    ['what one request delivered, from any user', ofRequest, ['c2', 'c3']],
    ['nothing of a request that delivered nothing', { kind: 'request', requestId: 'r9', name: '' }, []],
  ])('%s; a person’s own never', (_, delivery, wanted) => {
    expect(gone(plan(account, delivery))).toEqual(wanted);
  });

  it('not what a person edited since, but what Google only wrote another way', () => {
    const edited = delivered('c1', {}, { emailAddresses: [{ value: 'ada@home.test' }] });
    const reordered = delivered('c2', {}, { emailAddresses: [{ value: 'Ada@Customer.test ', formattedType: 'Work' }] });
    const found = plan([edited, reordered], all);
    expect(gone(found)).toEqual(['c2']);
    expect(kept(found)).toEqual(['c1 edited']);
  });

  it('not what a person merged of two, nor what carries a mark that this version cannot read, as of an adopted contact', () => {
    const [one] = delivered('c1').clientData!;
    const [other] = delivered('c2').clientData!;
    const merged = delivered('c1', {}, { clientData: [one!, other!] });
    const unclear = delivered('c2', {}, { clientData: [one!, { key: 'roster', value: '9:adopted' }] });
    const adopted: Person = { resourceName: 'people/c3', ...fields, clientData: [{ key: 'roster', value: '9:adopted' }] };
    expect(gone(plan([merged, unclear, adopted], all))).toEqual([]);
    expect(kept(plan([merged, unclear, adopted], all))).toEqual(['c1 merged', 'c2 merged']);
  });

  it('also what other tools left their data on, and what stands there twice', () => {
    const twice = delivered('c1');
    const other = delivered('c2', { sourceContactId: 'c1' }, { clientData: [...twice.clientData!, { key: 'other', value: 'x' }] });
    expect(gone(plan([twice, other], all))).toEqual(['c1', 'c2']);
  });
});

describe('B6: the label that Roster made', () => {
  const inLabel = delivered('c1', {}, under('contactGroups/a'));

  it.each<[string, readonly Person[], ContactGroup, Delivery, number]>([
    ['goes when it is empty afterwards', [inLabel], labelOf('contactGroups/a', 1, {}), ofRequest, 1],
    ['goes when somebody emptied it before', [delivered('c1')], labelOf('contactGroups/a', 0, {}), ofRequest, 1],
    [
      'stays when a person’s own contact is under it',
      [inLabel, { resourceName: 'people/c2', ...fields, ...under('contactGroups/a') }],
      labelOf('contactGroups/a', 2, {}),
      ofRequest,
      0,
    ],
    [
      'stays when an edited one is under it',
      [delivered('c1', { fingerprint: 'before' }, under('contactGroups/a'))],
      labelOf('contactGroups/a', 1, {}),
      ofRequest,
      0,
    ],
    ['stays when Google counts more under it than it listed', [inLabel], labelOf('contactGroups/a', 2, {}), ofRequest, 0],
    ['stays when a person made it', [inLabel], labelOf('contactGroups/a', 1), all, 0],
    ['stays when another request made it', [inLabel], labelOf('contactGroups/a', 1, { origin: 'r2' }), ofRequest, 0],
    ['stays when it is another user’s', [inLabel], labelOf('contactGroups/a', 1, { sourceUserId: 'u2' }), ofSource, 0],
  ])('%s', (_, persons, label, delivery, labels) => {
    expect(plan(persons, delivery, [label]).labels).toHaveLength(labels);
  });

  it('is read from Google’s own form of a label', () => {
    expect(groupMarkEntry(labelOf('x', 0, {}).marks[0]!)).toEqual({ key: 'roster', value: 'g1:r1:u1:g' });
  });
});

describe('the deletions that a decision binds', () => {
  const [pattern] = plan([delivered('c0')], all).removes;
  const contacts = Array.from({ length: 25_000 }, (_, index) => ({ ...pattern!, resourceName: `people/c${index}` }));
  const labels = [labelOf('contactGroups/a', 0, {})];

  it('are named one by one, at an account that is full, in five cells of a sheet', () => {
    const packed = packRemoval({ removes: contacts, labels });
    expect(packed.length).toBeLessThan(5 * 45_000);
    const named = unpackRemoval(packed);
    expect(named.contacts).toBe(25_000);
    expect(contacts.every(named.hasContact)).toBe(true);
    expect(labels.every(named.hasLabel)).toBe(true);
  });

  it('no other contact, no other label, and none that says something else than it said', () => {
    const first = contacts.slice(0, 100);
    const named = unpackRemoval(packRemoval({ removes: first, labels }));
    expect(contacts.slice(100, 2000).some(named.hasContact)).toBe(false);
    expect(first.some((one) => named.hasContact({ ...one, fingerprint: 'other' }))).toBe(false);
    expect(named.hasLabel(labelOf('contactGroups/b', 0))).toBe(false);
    expect(unpackRemoval('').contacts).toBe(0);
  });
});

const account = fc.uniqueArray(
  fc.record({
    id: fc.nat(30).map((id) => `c${id}`),
    marks: fc.array(fc.record({ origin: fc.constantFrom('r1', 'r2'), sourceUserId: fc.constantFrom('u1', 'u2') }), { maxLength: 2 }),
    isEdited: fc.boolean(),
    groups: fc.subarray(['contactGroups/a', 'contactGroups/b']),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('B6: what is unmarked, edited, merged or of another delivery never goes, and all the rest does', () => {
  fc.assert(
    fc.property(account, fc.constantFrom(all, ofRequest, ofSource), (contacts, delivery) => {
      const persons = contacts.map(({ id, marks, isEdited, groups }) =>
        delivered(
          id,
          {},
          {
            clientData: marks.flatMap((mark) => delivered(id, mark).clientData!),
            ...(isEdited ? { names: [{ givenName: 'Ada B.' }] } : {}),
            ...under(...groups),
          },
        ),
      );
      const mayGo = contacts.filter(({ marks: [mark, ...more], isEdited }) => {
        if (mark === undefined || more.length > 0 || isEdited) return false;
        return delivery.kind === 'all' || (delivery.kind === 'request' ? mark.origin === 'r1' : mark.sourceUserId === 'u1');
      });
      const count = (name: string): number => contacts.filter(({ groups }) => groups.includes(name)).length;
      const labels = ['contactGroups/a', 'contactGroups/b'].map((name) => labelOf(name, count(name), {}));
      const found = plan(persons, delivery, labels);
      expect(gone(found).sort()).toEqual(mayGo.map(({ id }) => id).sort());
      for (const { resourceName } of found.labels) {
        const members = contacts.filter(({ groups }) => groups.includes(resourceName));
        expect(members.every((one) => mayGo.includes(one))).toBe(true);
      }
    }),
  );
});

test('what its owner had before a sync took it over stays, and so does a label that was joined (B7, G36)', () => {
  const found = plan([delivered('1', { adopted: true }, under('contactGroups/a')), delivered('2', {}, under('contactGroups/b'))], all, [
    labelOf('contactGroups/b', 1, { adopted: true }),
  ]);
  expect(kept(found)).toEqual(['1 adopted']);
  expect(gone(found)).toEqual(['2']);
  expect(found.labels).toEqual([]);
});
