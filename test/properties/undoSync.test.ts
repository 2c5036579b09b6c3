import fc from 'fast-check';
import { canonical } from '../../src/core/contacts/fingerprint';
import { parseMarks } from '../../src/core/contacts/Mark';
import type { Person } from '../../src/core/contacts/Person';
import { portableFields } from '../../src/core/contacts/portableContact';
import { countChanges } from '../../src/core/plan/TargetPlan';
import { packSync, unpackSync } from '../../src/core/sync/packSync';
import { planSync, type SyncPlan, type SyncWork } from '../../src/core/sync/planSync';
import { driftModes } from '../../src/core/sync/Sync';
import { noMemory } from '../../src/core/sync/SyncMemory';
import { planSyncUndo, type SyncDeeds } from '../../src/core/undo/planSyncUndo';
import { doEdit, edit, personalSync, sourcePersons, sourceUser, workOf } from '../support/syncCase';
import { applySyncPlan, emptyAccount, labelsOf, onlyFields, readIndex, type SyncedAccount } from '../support/syncModel';

const plan = (account: SyncedAccount, work: SyncWork): SyncPlan => planSync(work, readIndex(account, work), noMemory);

/** What the ledger knows of a run: what its preview packed. */
const deedsOf = (work: SyncWork, made: SyncPlan): SyncDeeds => {
  const ids = work.snapshot.contacts.map(({ sourceContactId }) => sourceContactId);
  const { deletes, groups } = countChanges(made);
  const isEmpty = made.refusal !== undefined;
  return {
    named: unpackSync(isEmpty ? '' : packSync(ids, made), ids),
    deleted: isEmpty ? 0 : deletes,
    labels: isEmpty ? 0 : groups,
    madeLabel: made.group.kind === 'create',
  };
};

const undo = (account: SyncedAccount, work: SyncWork, deeds: SyncDeeds): SyncPlan =>
  planSyncUndo(work.sync.id, sourceUser, readIndex(account, workOf(work.sync, {})), deeds);

const choices = fc.record({
  myContacts: fc.boolean(),
  existingContacts: fc.constantFrom('skip' as const, 'adopt' as const),
  drift: fc.record({ mode: fc.constantFrom(...driftModes), check: fc.constant('everyNight' as const) }),
});
const edits = fc.array(edit, { maxLength: 5 });

/** A destination, filled by a first run; people lived with it, a second run came, and people lived with that. */
const world = fc
  .record({ choices, before: sourcePersons, now: sourcePersons, early: edits, late: edits, since: edits, toggled: fc.boolean() })
  .map(({ choices, before, now, early, late, since, toggled }) => {
    const first = workOf(personalSync(choices), before);
    const own = early.reduce(doEdit, emptyAccount);
    const filled = late.reduce(doEdit, applySyncPlan(own, plan(own, first)));
    const work = workOf(personalSync({ ...choices, myContacts: choices.myContacts !== toggled }), now);
    const made = plan(filled, work);
    const ran = applySyncPlan(filled, made);
    return { filled, work, deeds: deedsOf(work, made), ran, lived: since.reduce(doEdit, ran) };
  });

const byName = ({ persons }: SyncedAccount): ReadonlyMap<string | undefined, Person> =>
  new Map(persons.map((one) => [one.resourceName, one]));
const content = (person: Person | undefined): string => JSON.stringify(person === undefined ? [] : [onlyFields(person), person.clientData]);
const says = (person: Person): string => canonical(portableFields(person));
const labels = (person: Person | undefined): string[] => (person === undefined ? [] : [...labelsOf(person)].sort());

test('B6: undone at once, what the run created is gone, and all that was there before and still is has its labels back', () => {
  fc.assert(
    fc.property(world, ({ filled, work, deeds, ran }) => {
      const after = byName(applySyncPlan(ran, undo(ran, work, deeds)));
      const before = byName(filled);
      const middle = byName(ran);
      for (const [name, person] of middle) {
        const isNew = !before.has(name);
        expect([name, after.has(name)]).toEqual([name, !isNew]);
        if (!isNew) expect([content(after.get(name)), labels(after.get(name))]).toEqual([content(person), labels(before.get(name))]);
      }
    }),
  );
});

test('B6: whatever people did since, nothing goes but what the run created and nobody edited; no content is written; undone twice is undone', () => {
  fc.assert(
    fc.property(world, ({ filled, work, deeds, ran, lived }) => {
      const made = undo(lived, work, deeds);
      expect(made.changes.filter(({ kind }) => !['deleteContact', 'changeMembers', 'deleteContactGroup'].includes(kind))).toEqual([]);
      const [before, created, now] = [byName(filled), byName(ran), byName(lived)];
      const undone = applySyncPlan(lived, made);
      const after = byName(undone);
      for (const [name, person] of now) {
        const isTheirs =
          before.has(name) || !parseMarks(person.clientData).some(({ sourceContactId }) => deeds.named.created.has(sourceContactId));
        const isAsWritten = created.has(name) && content(created.get(name)) === content(person);
        const isEdited = created.has(name) && says(created.get(name)!) !== says(person);
        if (isTheirs || isEdited) expect(after.has(name)).toBe(true);
        if (created.has(name) && !before.has(name) && isAsWritten) expect(after.has(name)).toBe(false);
        if (after.has(name)) expect(content(after.get(name))).toBe(content(person));
        if (after.has(name)) expect(labels(after.get(name))).not.toEqual([]);
      }
      expect(undo(undone, work, deeds).changes).toEqual([]);
    }),
  );
});
