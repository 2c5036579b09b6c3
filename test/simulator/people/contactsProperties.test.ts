import fc from 'fast-check';
import { inGroups, peopleClient, withoutQuotas } from './peopleClient';
import type { Json } from './peopleClient';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const list = (members: Record<string, fc.Arbitrary<string>>, required: string) =>
  fc.array(fc.record(members, { requiredKeys: [required] }), { minLength: 1, maxLength: 3 });

/** Persons as clients may send them: settable members only. */
const person = fc.record(
  {
    emailAddresses: list({ value: text, type: text, displayName: text }, 'value'),
    phoneNumbers: list({ value: text, type: text }, 'value'),
    organizations: list({ name: text, title: text, department: text }, 'name'),
    clientData: list({ key: text, value: text }, 'key'),
    userDefined: list({ key: text, value: text }, 'key'),
    biographies: list({ value: text }, 'value').map((items) => items.slice(0, 1)),
  },
  { requiredKeys: ['clientData'] },
);

test('what is written is read back with nothing changed but output-only members, by create, batch and update alike', () => {
  fc.assert(
    fc.property(person, person, (first, second) => {
      const { send, world, userId } = withoutQuotas(peopleClient());
      const created = send('POST', 'people:createContact', {}, first).body;
      const [batched] = send(
        'POST',
        'people:batchCreateContacts',
        {},
        { contacts: [{ contactPerson: first }], readMask: Object.keys(first).join() },
      ).body.createdPeople;
      expect(settable(created, first)).toEqual(first);
      expect(settable(batched.person, first)).toEqual(first);
      const mask = [...new Set([...Object.keys(first), ...Object.keys(second)])];
      const updated = send(
        'PATCH',
        `${created.resourceName}:updateContact`,
        { updatePersonFields: mask.join() },
        { ...second, etag: created.etag },
      ).body;
      expect(settable(updated, second)).toEqual(second);
      expect(mask.filter((name) => updated[name] !== undefined).sort()).toEqual(Object.keys(second).sort());
      expect(world.people.contact(userId, created.resourceName)).toEqual(updated);
    }),
    { numRuns: 40 },
  );
});

test('pages of any size show every contact once, and each non-empty field has exactly one primary entry', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 1, max: 30 }), person, (count, pageSize, each) => {
      const { send, world, userId } = withoutQuotas(peopleClient());
      const added = Array.from({ length: count }, () => world.people.addContact(userId, each)['resourceName']);
      const seen: Json[] = [];
      let pageToken: string | undefined;
      do {
        const query = {
          personFields: Object.keys(each).join(),
          pageSize: String(pageSize),
          ...(pageToken === undefined ? {} : { pageToken }),
        };
        const { body } = send('GET', 'people/me/connections', query);
        seen.push(...(body.connections ?? []));
        pageToken = body.nextPageToken;
      } while (pageToken !== undefined);
      expect(seen.map((one) => one.resourceName).sort()).toEqual(added.sort());
      for (const one of seen) {
        for (const name of Object.keys(each)) expect(one[name].filter((item: Json) => item.metadata.primary)).toHaveLength(1);
      }
    }),
    { numRuns: 30 },
  );
});

test('a contact is in at least one group whatever members are added and removed', () => {
  const groups = ['contactGroups/myContacts', 'contactGroups/starred', 'contactGroups/friends'];
  const step = fc.record({ group: fc.constantFrom(...groups), add: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { send, world, userId } = withoutQuotas(peopleClient());
      const name = String(
        world.people.addContact(userId, { nicknames: [{ value: 'N' }], memberships: inGroups('friends') })['resourceName'],
      );
      for (const { group, add } of steps)
        send('POST', `${group}/members:modify`, {}, { [add ? 'resourceNamesToAdd' : 'resourceNamesToRemove']: [name] });
      expect((world.people.contact(userId, name) as Json).memberships.length).toBeGreaterThan(0);
    }),
    { numRuns: 50 },
  );
});

/** The members that were sent, of the fields that were sent. */
function settable(shown: Json, sent: Record<string, unknown>): Json {
  const outputOnly = ['metadata', 'formattedType', 'canonicalForm', 'contentType'];
  const strip = (item: Json) => Object.fromEntries(Object.entries(item).filter(([name]) => !outputOnly.includes(name)));
  return Object.fromEntries(Object.keys(sent).map((name) => [name, shown[name].map(strip)]));
}

test('a custom type is shown as it is, also when it is the name of a member that every object has', () => {
  const { send } = withoutQuotas(peopleClient());
  const { body } = send('POST', 'people:createContact', {}, { emailAddresses: [{ value: 'a@example.com', type: 'toString' }] });
  expect(body.emailAddresses[0].formattedType).toBe('toString');
});
