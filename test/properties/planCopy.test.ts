import fc from 'fast-check';
import { deliveredPerson } from '../../src/core/contacts/deliveredPerson';
import type { ExistingContact, TargetIndex } from '../../src/core/contacts/ExistingContact';
import { portableFields } from '../../src/core/contacts/portableContact';
import { fingerprint } from '../../src/core/contacts/fingerprint';
import { reduceContact } from '../../src/core/contacts/reduceContact';
import type { Person } from '../../src/core/contacts/Person';
import type { CopyContactsAction } from '../../src/core/copy/CopyContactsAction';
import { planCopy } from '../../src/core/copy/planCopy';
import { snapshotOf } from '../../src/core/copy/snapshotOf';
import type { TargetPlan } from '../../src/core/plan/TargetPlan';
import { personFields } from '../support/contactArbitrary';

const sourceUserId = 'source';
const action: CopyContactsAction = { kind: 'copyContacts', sourceUserId, createLabel: false };

/** Often one of two, so that equal contacts meet. */
const person = fc.oneof(personFields, fc.constantFrom({ names: [{ givenName: 'Ann' }] }, { names: [{ givenName: 'Bob' }] }));

const snapshot = fc.uniqueArray(fc.tuple(fc.nat(40), person), { selector: ([id]) => id, maxLength: 12 }).map((contacts) =>
  snapshotOf(
    sourceUserId,
    contacts.map(([id, person]) => {
      const fields = portableFields(person);
      return { sourceContactId: String(id), fields, fingerprint: fingerprint(fields) };
    }),
  ),
);

/** A target with contacts of its own, copies from before (some edited since), copies from somebody else. */
const target = fc
  .array(fc.record({ person, sourceContactId: fc.nat(40), origin: fc.constantFrom('none', 'earlier', 'somebody') }), {
    maxLength: 12,
  })
  .map((contacts): TargetIndex => ({
    targetId: 't',
    groups: undefined,
    contacts: contacts.map(({ person, sourceContactId, origin }, index): ExistingContact => {
      const mark = {
        version: 1 as const,
        origin,
        sourceUserId: origin === 'somebody' ? 'other' : sourceUserId,
        sourceContactId: String(sourceContactId),
        fingerprint: 'f',
      };
      return {
        resourceName: `people/${index}`,
        fingerprint: fingerprint(portableFields(person)),
        groups: [],
        marks: origin === 'none' ? [] : [mark],
      };
    }),
  }));

const applied = (index: TargetIndex, plan: TargetPlan, upTo = plan.changes.length): TargetIndex => {
  const persons = plan.changes
    .slice(0, upTo)
    .flatMap((change): Person[] => (change.kind === 'createContact' ? [deliveredPerson(change, undefined)] : []));
  const created = persons.flatMap(
    (person, position) => reduceContact({ ...person, resourceName: `people/new${index.contacts.length + position}` }) ?? [],
  );
  return { ...index, contacts: [...index.contacts, ...created] };
};

test('after a copy every source contact that says something is there, and planning again gives nothing (S24)', () => {
  fc.assert(
    fc.property(snapshot, target, (source, before) => {
      const after = applied(before, planCopy(source, before, action, 'run1'));
      for (const contact of source.contacts) {
        if (Object.keys(contact.fields).length === 0) continue;
        const isThere = after.contacts.some(
          (other) =>
            other.fingerprint === contact.fingerprint ||
            other.marks.some((mark) => mark.sourceUserId === sourceUserId && mark.sourceContactId === contact.sourceContactId),
        );
        expect(isThere).toBe(true);
      }
      expect(planCopy(source, after, action, 'run2').changes).toEqual([]);
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
