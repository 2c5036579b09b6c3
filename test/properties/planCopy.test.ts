import fc from 'fast-check';
import { deliveredPerson } from '../../src/core/contacts/deliveredPerson';
import type { ExistingContact, TargetIndex } from '../../src/core/contacts/ExistingContact';
import { portableContact } from '../../src/core/contacts/portableContact';
import { reduceContact } from '../../src/core/contacts/reduceContact';
import type { Person } from '../../src/core/contacts/Person';
import type { CopyContactsAction } from '../../src/core/copy/CopyContactsAction';
import { planCopy } from '../../src/core/copy/planCopy';
import { targetReading } from '../../src/core/copy/targetReading';
import { snapshotOf } from '../../src/core/copy/snapshotOf';
import type { TargetPlan } from '../../src/core/plan/TargetPlan';
import { personFields } from '../support/contactArbitrary';

const sourceUserId = 'source';
const action: CopyContactsAction = { kind: 'copyContacts', sourceUserId, createLabel: false };

/** Contacts that often share a name, an address or a number: with each other, and with the other account. */
const meeting = fc.record(
  {
    names: fc.constantFrom('Ann', 'Bob', 'Ann Lee', 'Bob Lee').map((givenName) => [{ givenName }]),
    emailAddresses: fc.subarray(['ann@x.test', 'bob@x.test', 'info@x.test']).map((values) => values.map((value) => ({ value }))),
    phoneNumbers: fc
      .subarray(['+41 44 555 01 02', '0041 44 555 01 02', '044 555 01 03'])
      .map((values) => values.map((value) => ({ value }))),
    organizations: fc.constantFrom([], [{ name: 'Acme' }]),
  },
  { requiredKeys: [] },
);
const person: fc.Arbitrary<Person> = fc.oneof(personFields, meeting, meeting);

const snapshot = fc.uniqueArray(fc.tuple(fc.nat(40), person), { selector: ([id]) => id, maxLength: 12 }).map((contacts) =>
  snapshotOf(
    sourceUserId,
    contacts.flatMap(([id, person]) => portableContact({ ...person, metadata: { sources: [{ type: 'CONTACT', id: String(id) }] } }) ?? []),
  ),
);

/** A target with contacts of its own, copies from before (some edited since), copies from somebody else. */
const target = fc
  .array(fc.record({ person, sourceContactId: fc.nat(40), origin: fc.constantFrom('none', 'earlier', 'somebody') }), {
    maxLength: 12,
  })
  .map((contacts): TargetIndex => ({
    targetId: 't',
    size: contacts.length,
    groups: undefined,
    contacts: contacts.map(({ person, sourceContactId, origin }, index): ExistingContact => {
      const mark = {
        version: 1 as const,
        origin,
        sourceUserId: origin === 'somebody' ? 'other' : sourceUserId,
        sourceContactId: String(sourceContactId),
        fingerprint: 'f',
      };
      return { ...reduceContact({ ...person, resourceName: `people/${index}` })!, marks: origin === 'none' ? [] : [mark] };
    }),
  }));

const applied = (index: TargetIndex, plan: TargetPlan, upTo = plan.changes.length): TargetIndex => {
  const persons = plan.changes
    .slice(0, upTo)
    .flatMap((change): Person[] => (change.kind === 'createContact' ? [deliveredPerson(change, undefined)] : []));
  const created = persons.flatMap(
    (person, position) => reduceContact({ ...person, resourceName: `people/new${index.contacts.length + position}` }) ?? [],
  );
  return { ...index, size: index.size + created.length, contacts: [...index.contacts, ...created] };
};

const isOurs = (contact: ExistingContact): boolean => contact.marks.some((mark) => mark.sourceUserId === sourceUserId);
const shares = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));

test('after a copy every source contact that says something is there, and planning again gives nothing (S24)', () => {
  fc.assert(
    fc.property(snapshot, target, (source, before) => {
      const after = applied(before, planCopy(source, before, action, 'run1'));
      for (const contact of source.contacts.filter((one) => Object.keys(one.fields).length > 0)) {
        const { keys } = contact;
        const isThere = after.contacts.some(
          (other) =>
            other.marks.some((mark) => mark.sourceUserId === sourceUserId && mark.sourceContactId === contact.sourceContactId) ||
            other.fingerprint === contact.fingerprint ||
            shares(keys.emails, other.keys.emails) ||
            shares(keys.phones, other.keys.phones) ||
            other.keys.name === keys.name,
        );
        expect(isThere).toBe(true);
      }
      expect(planCopy(source, after, action, 'run2').changes).toEqual([]);
    }),
  );
});

test('a contact that stands there word for word is never created again (S24, B7)', () => {
  fc.assert(
    fc.property(snapshot, target, (source, before) => {
      const own = new Set(before.contacts.filter((contact) => !isOurs(contact)).map((contact) => contact.fingerprint));
      for (const change of planCopy(source, before, action, 'run1').changes)
        if (change.kind === 'createContact') expect(own.has(change.mark.fingerprint)).toBe(false);
    }),
  );
});

test('neither a shared number nor a shared address makes one of two people (B7)', () => {
  const switchboard = { phoneNumbers: [{ value: '+41 44 555 01 02' }], emailAddresses: [{ value: 'info@x.test' }] };
  const name = fc.constantFrom('Ann Lee', 'Bob Ray', 'Cleo Fox', 'Dan Orr');
  const named = (givenName: string): Person => ({ names: [{ givenName }], ...switchboard });
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2 }), fc.uniqueArray(name), (source, there) => {
      const contacts = source.flatMap(
        (one) => portableContact({ ...named(one), metadata: { sources: [{ type: 'CONTACT', id: one }] } }) ?? [],
      );
      const index = there.map((one) => reduceContact({ ...named(one), resourceName: `people/${one}` })!);
      const plan = planCopy(
        snapshotOf(sourceUserId, contacts),
        { targetId: 't', size: there.length, groups: undefined, contacts: index },
        action,
        'r',
      );
      expect(plan.skips.map((skip) => skip.sourceContactId).sort()).toEqual(source.filter((one) => there.includes(one)).sort());
    }),
  );
  // One on each side, so that nobody shares the number there: a number alone does not join two names.
  const [ann] = ['Ann Lee'].flatMap(
    (id) => portableContact({ ...named(id), emailAddresses: [], metadata: { sources: [{ type: 'CONTACT', id }] } }) ?? [],
  );
  const bob = reduceContact({ ...named('Bob Ray'), emailAddresses: [], resourceName: 'people/1' })!;
  expect(
    planCopy(snapshotOf(sourceUserId, [ann!]), { targetId: 't', size: 1, groups: undefined, contacts: [bob] }, action, 'r').skips,
  ).toEqual([]);
});

test('what a listing is reduced to gives the plan that the whole contacts give (B1, B7)', () => {
  fc.assert(
    fc.property(snapshot, fc.array(person, { maxLength: 12 }), fc.boolean(), (source, persons, evenIfExists) => {
      const wish: CopyContactsAction = evenIfExists ? { ...action, evenIfExists } : action;
      const listed = persons.map((one, index): Person => ({ ...one, resourceName: `people/${index}` }));
      const indexOf = (contacts: readonly (ExistingContact | undefined)[]): TargetIndex => ({
        targetId: 't',
        size: persons.length,
        groups: undefined,
        contacts: contacts.flatMap((contact) => contact ?? []),
      });
      const reading = targetReading(source, wish);
      const masked = listed.map((one) =>
        Object.fromEntries(Object.entries(one).filter(([name]) => ['resourceName', ...reading.personFields].includes(name))),
      );
      expect(planCopy(source, indexOf(masked.map(reading.reduce)), wish, 'r')).toEqual(
        planCopy(source, indexOf(listed.map((one) => reduceContact(one))), wish, 'r'),
      );
    }),
  );
});

test('copied even if it exists: only what this source delivered before is left out (S24)', () => {
  fc.assert(
    fc.property(snapshot, target, (source, before) => {
      const plan = planCopy(source, before, { ...action, evenIfExists: true }, 'run1');
      const delivered = new Set(
        before.contacts.flatMap((contact) =>
          contact.marks.filter((mark) => mark.sourceUserId === sourceUserId).map((mark) => mark.sourceContactId),
        ),
      );
      for (const { sourceContactId, reason } of plan.skips) expect(reason === 'nothingToCopy' || delivered.has(sourceContactId)).toBe(true);
      expect(planCopy(source, applied(before, plan), { ...action, evenIfExists: true }, 'run2').changes).toEqual([]);
    }),
  );
});

test('what was there is still there, untouched: a copy only adds (S38)', () => {
  fc.assert(
    fc.property(snapshot, target, (source, before) => {
      const plan = planCopy(source, before, action, 'run1');
      expect(plan.changes.every((change) => change.kind === 'createContact')).toBe(true);
      expect(applied(before, plan).contacts.slice(0, before.contacts.length)).toEqual(before.contacts);
    }),
  );
});

test('every source contact is either created or skipped with a reason, once (B1)', () => {
  fc.assert(
    fc.property(snapshot, target, (source, before) => {
      const plan = planCopy(source, before, action, 'run1');
      const named = [
        ...plan.changes.flatMap((change) => (change.kind === 'createContact' ? [change.sourceContactId] : [])),
        ...plan.skips.map((skip) => skip.sourceContactId),
      ];
      expect(named.sort()).toEqual(source.contacts.map((contact) => contact.sourceContactId).sort());
    }),
  );
});

test('stopped anywhere and planned again, it ends the same (B4)', () => {
  fc.assert(
    fc.property(snapshot, target, fc.nat(12), (source, before, stop) => {
      const whole = applied(before, planCopy(source, before, action, 'run1'));
      const plan = planCopy(source, before, action, 'run1');
      const half = applied(before, plan, Math.min(stop, plan.changes.length));
      const resumed = applied(half, planCopy(source, half, action, 'run1'));
      const contents = (index: TargetIndex): string[] =>
        index.contacts.map((contact) => JSON.stringify([contact.fingerprint, contact.marks])).sort();
      expect(contents(resumed)).toEqual(contents(whole));
    }),
  );
});

test('the plan does not depend on the order of the target’s listing', () => {
  fc.assert(
    fc.property(snapshot, target, (source, before) => {
      expect(planCopy(source, { ...before, contacts: [...before.contacts].reverse() }, action, 'run1')).toEqual(
        planCopy(source, before, action, 'run1'),
      );
    }),
  );
});
