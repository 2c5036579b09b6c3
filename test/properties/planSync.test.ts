import fc from 'fast-check';
import { MY_CONTACTS, parseGroupMarks } from '../../src/core/contacts/ContactGroup';
import { canonical } from '../../src/core/contacts/fingerprint';
import { parseMarks } from '../../src/core/contacts/Mark';
import type { Person } from '../../src/core/contacts/Person';
import { portableFields } from '../../src/core/contacts/portableContact';
import { differingFields } from '../../src/core/sync/mergeAdditions';
import { planLeaving } from '../../src/core/sync/planLeaving';
import { planSync, type SyncPlan, type SyncWork } from '../../src/core/sync/planSync';
import { driftModes, type Sync } from '../../src/core/sync/Sync';
import { noMemory } from '../../src/core/sync/SyncMemory';
import { doEdit, edit, personalSync, sourcePersons, workOf, type Edit } from '../support/syncCase';
import { applySyncPlan, emptyAccount, labelsOf, onlyFields, readIndex, type SyncedAccount } from '../support/syncModel';

const plan = (account: SyncedAccount, work: SyncWork): SyncPlan => planSync(work, readIndex(account, work), noMemory);
const synced = (account: SyncedAccount, work: SyncWork): SyncedAccount => applySyncPlan(account, plan(account, work));

const choices = fc.record({
  myContacts: fc.boolean(),
  existingContacts: fc.constantFrom('skip' as const, 'adopt' as const),
  drift: fc.record({ mode: fc.constantFrom(...driftModes), check: fc.constant('everyNight' as const) }),
});

/** An account that a sync filled, that people lived with since, and a source that moved on. */
const world = fc
  .record({
    choices,
    before: sourcePersons,
    now: sourcePersons,
    early: fc.array(edit, { maxLength: 4 }),
    late: fc.array(edit, { maxLength: 6 }),
  })
  .map(({ choices, before, now, early, late }) => {
    const sync = personalSync(choices);
    const filled = synced(early.reduce(doEdit, emptyAccount), workOf(sync, before));
    return { sync, work: workOf(sync, now), account: late.reduce(doEdit, filled), before: workOf(sync, before) };
  });

const isOurs = (person: Person, sync: Sync): boolean => parseMarks(person.clientData).some(({ origin }) => origin === sync.id);
const ownMarks = (person: Person, sync: Sync) => parseMarks(person.clientData).filter(({ origin }) => origin === sync.id);
const byName = (account: SyncedAccount): ReadonlyMap<string, Person> =>
  new Map(account.persons.map((one) => [one.resourceName ?? '', one]));
const says = (person: Person): string => canonical(portableFields(person));

test('enforced: every contact of the source is there once, word for word, under the label, and nothing else of the sync is (G5, G43)', () => {
  fc.assert(
    fc.property(
      world.filter(({ sync }) => sync.drift.mode === 'enforce' && sync.existingContacts === 'skip'),
      ({ sync, work, account }) => {
        const made = plan(account, work);
        const after = applySyncPlan(account, made);
        const reasons = new Map(made.skips.map((one) => [one.sourceContactId, one.reason]));
        const label = after.labels.find(({ clientData }) => JSON.stringify(clientData).includes(sync.id))?.resourceName;
        for (const one of work.snapshot.contacts) {
          const there = after.persons.filter((person) => {
            const marks = ownMarks(person, sync);
            return marks.length === 1 && parseMarks(person.clientData).length === 1 && marks[0]?.sourceContactId === one.sourceContactId;
          });
          const reason = reasons.get(one.sourceContactId);
          if (reason !== undefined && reason !== 'alreadySo') {
            expect(['sameEmail', 'samePhone', 'sameName', 'sameContent', 'alreadyCopied', 'merged']).toContain(reason);
            expect(there).toEqual([]);
            continue;
          }
          // Doubles that a person edited stay beside the first.
          const right = there.filter((person) => says(person) === canonical(one.fields));
          expect(right.length).toBeGreaterThan(0);
          expect(
            right.some((person) => labelsOf(person).includes(label!) && labelsOf(person).includes(MY_CONTACTS) === sync.myContacts),
          ).toBe(true);
        }
        const wanted = new Set(work.snapshot.contacts.map((one) => one.sourceContactId));
        for (const person of after.persons.filter((one) => isOurs(one, sync) && parseMarks(one.clientData).length === 1))
          expect(wanted.has(ownMarks(person, sync)[0]!.sourceContactId)).toBe(true);
      },
    ),
  );
});

test('planned again, it gives nothing: whatever the mode (S24, G5)', () => {
  fc.assert(
    fc.property(world, ({ work, account }) => {
      const after = synced(account, work);
      expect(plan(after, work).changes).toEqual([]);
    }),
  );
});

test('what is not ours is byte for byte as before, its labels included; only a lost mark comes back (B7, G44)', () => {
  fc.assert(
    fc.property(
      world.filter(({ sync }) => sync.existingContacts === 'skip'),
      ({ sync, work, account }) => {
        const after = byName(synced(account, work));
        for (const person of account.persons.filter((one) => parseMarks(one.clientData).length === 0)) {
          const now = after.get(person.resourceName!);
          if (now !== undefined && isOurs(now, sync)) expect(onlyFields(now)).toEqual(onlyFields(person));
          else expect(now).toEqual(person);
        }
        for (const person of account.persons.filter((one) => parseMarks(one.clientData).length > 0 && !isOurs(one, sync)))
          expect(after.get(person.resourceName!)).toEqual(person);
      },
    ),
  );
});

test('what other tools left on a contact, and the labels its owner gave it, survive every write (contracts §3)', () => {
  fc.assert(
    fc.property(world, ({ sync, work, account }) => {
      const end = synced(account, work);
      const after = byName(end);
      const isOfSync = ({ clientData }: SyncedAccount['labels'][number]): boolean =>
        parseGroupMarks(clientData).some(({ origin }) => origin === sync.id);
      const label = new Set([MY_CONTACTS, ...end.labels.filter(isOfSync).map((one) => one.resourceName)]);
      for (const person of account.persons) {
        const now = after.get(person.resourceName!);
        if (now === undefined) continue;
        const others = (one: Person) =>
          (one.clientData ?? []).filter((entry) => !parseMarks([entry]).some(({ origin }) => origin === sync.id));
        expect(others(now)).toEqual(others(person));
        const own = (one: Person) => labelsOf(one).filter((name) => !label.has(name));
        expect(own(now)).toEqual(own(person));
      }
    }),
  );
});

test('an update names only fields that differ, and clears none by mistake (G43)', () => {
  fc.assert(
    fc.property(world, ({ work, account }) => {
      const before = byName(account);
      const made = plan(account, work);
      const after = byName(applySyncPlan(account, made));
      for (const change of made.changes) {
        if (change.kind !== 'updateContact' && change.kind !== 'adoptContact') continue;
        const [was, is] = [portableFields(before.get(change.resourceName)!), after.get(change.resourceName)];
        if (is === undefined) continue;
        expect(change.mask.filter((name) => name !== 'clientData')).toEqual(differingFields(was, portableFields(is)));
        expect(canonical(change.fields)).toEqual(says(is));
      }
    }),
  );
});

test('a batch with one mask for all of its contacts ends the same as each with its own (design §9)', () => {
  fc.assert(
    fc.property(world, ({ work, account }) => {
      const made = plan(account, work);
      const mask = [...new Set(made.changes.flatMap((change) => ('mask' in change ? change.mask : [])))];
      const batched = { ...made, changes: made.changes.map((change) => ('mask' in change ? { ...change, mask } : change)) };
      const contents = (one: SyncedAccount) =>
        one.persons.map((person) => [person.resourceName, says(person), person.clientData ?? [], labelsOf(person)]);
      expect(contents(applySyncPlan(account, batched))).toEqual(contents(applySyncPlan(account, made)));
    }),
  );
});

test('stopped anywhere and planned again, it ends the same (B4)', () => {
  fc.assert(
    fc.property(
      world.filter(({ sync }) => sync.existingContacts === 'skip'),
      fc.nat(20),
      ({ work, account }, stop) => {
        const made = plan(account, work);
        const half = applySyncPlan(account, made, Math.min(stop, made.changes.length));
        const contents = (one: SyncedAccount) =>
          one.persons.map((person) => JSON.stringify([says(person), person.clientData ?? [], labelsOf(person).length])).sort();
        expect(contents(synced(half, work))).toEqual(contents(synced(account, work)));
      },
    ),
  );
});

test('stopped while it adopts, it still ends: nobody is there twice (B4, B7)', () => {
  fc.assert(
    fc.property(
      world.filter(({ sync }) => sync.existingContacts === 'adopt'),
      fc.nat(20),
      ({ sync, work, account }, stop) => {
        const made = plan(account, work);
        const after = synced(applySyncPlan(account, made, Math.min(stop, made.changes.length)), work);
        expect(plan(after, work).changes).toEqual([]);
        const known = new Set(account.persons.map((one) => one.resourceName));
        const ids = after.persons.filter((one) => !known.has(one.resourceName)).map((one) => ownMarks(one, sync)[0]?.sourceContactId);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});

test('what was adopted, or the owner’s, is never deleted; not by the sync, not when its user leaves (B7, G40)', () => {
  fc.assert(
    fc.property(world, ({ sync, work, account }) => {
      const after = byName(synced(account, work));
      const left = byName(applySyncPlan(account, planLeaving(work, readIndex(account, work))));
      for (const person of account.persons) {
        const mayGo = isOurs(person, sync) && !ownMarks(person, sync).some(({ adopted }) => adopted === true);
        if (!mayGo) expect([after.has(person.resourceName!), left.has(person.resourceName!)]).toEqual([true, true]);
      }
    }),
  );
});

test('additions are kept: nothing that the owner added to a contact goes, and the source’s part is as the source says (G22)', () => {
  fc.assert(
    fc.property(
      world.filter(({ sync }) => sync.drift.mode === 'keepAdditions' && sync.existingContacts === 'skip'),
      fc.constantFrom('+1 202 555 0177', '+1 202 555 0178'),
      fc.nat(9),
      ({ sync, work, account }, value, at) => {
        const calm = synced(account, work);
        const ours = calm.persons.findIndex((one) => parseMarks(one.clientData).length === 1 && isOurs(one, sync));
        if (ours < 0) return;
        const index = (ours + at) % calm.persons.length;
        const busy = doEdit(calm, { kind: 'addPhone', at: index, value });
        const after = byName(synced(busy, work)).get(busy.persons[index]!.resourceName!);
        expect(JSON.stringify(after?.['phoneNumbers'])).toContain(value);
      },
    ),
  );
});

test('reported only: what a person edited, moved or deleted stays as they left it (G22)', () => {
  fc.assert(
    fc.property(
      world.filter(({ sync }) => sync.drift.mode === 'report' && sync.existingContacts === 'skip'),
      edit,
      ({ work, account }, one) => {
        const calm = synced(account, work);
        const busy = doEdit(calm, one);
        const memory = { delivered: new Set(work.snapshot.contacts.map(({ sourceContactId }) => sourceContactId)), putBack: '' };
        const made = planSync(work, readIndex(busy, work), memory);
        const kinds = made.changes.map(({ kind }) => kind);
        // A mark that says too little is mended, and doubles of a lost answer are, too: neither is an edit.
        expect(kinds.filter((kind) => !['updateContact', 'deleteContact'].includes(kind))).toEqual([]);
        for (const change of made.changes) if (change.kind === 'updateContact') expect(change.mask).toEqual(['clientData']);
      },
    ),
  );
});

test('the same difference two nights in a row is left alone and told, whatever it is; a change of it is tried again (contracts §3)', () => {
  fc.assert(
    fc.property(
      world.filter(({ sync }) => sync.existingContacts === 'skip'),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      ({ work, account }, edits) => {
        const calm = synced(account, work);
        const delivered = new Set(work.snapshot.contacts.map(({ sourceContactId }) => sourceContactId));
        const busy = edits.reduce(doEdit, calm);
        const first = planSync(work, readIndex(busy, work), { delivered, putBack: '' });
        // As if Google took every write and showed the same as before.
        const second = planSync(work, readIndex(busy, work), { delivered, putBack: first.putBack });
        const puts = second.changes.filter(
          ({ kind }) => kind === 'updateContact' || kind === 'createContact' || kind === 'renameContactGroup',
        );
        // What was never there, or has lost its mark, is no drift.
        for (const change of puts)
          expect(
            change.kind === 'updateContact'
              ? change.mask.includes('clientData')
              : change.kind === 'createContact' && !delivered.has(change.sourceContactId),
          ).toBe(true);
        expect(planSync(work, readIndex(busy, work), { delivered, putBack: second.putBack }).changes).toEqual(second.changes);
        // And where it was put right, the third run has nothing to do and forgets.
        const mended = applySyncPlan(busy, first);
        const calmAgain = planSync(work, readIndex(mended, work), { delivered, putBack: first.putBack });
        expect([calmAgain.changes, calmAgain.putBack]).toEqual([[], '']);
      },
    ),
  );
});

test('night after night: edits on both sides, and each clean night ends with the source’s state; a second one writes nothing (G5, G7)', () => {
  const night = fc.record({ persons: sourcePersons, edits: fc.array(edit, { maxLength: 3 }) });
  fc.assert(
    fc.property(choices, fc.array(night, { minLength: 2, maxLength: 5 }), (choice, nights) => {
      const sync = personalSync(choice);
      nights.reduce((account, { persons, edits }) => {
        const [work, busy] = [workOf(sync, persons), edits.reduce(doEdit, account)];
        const after = synced(busy, work);
        expect(plan(after, work).changes).toEqual([]);
        return after;
      }, emptyAccount);
    }),
  );
});

test.each<[string, Partial<Sync>]>([
  ['additions are kept', { drift: { mode: 'keepAdditions', check: 'everyNight' } }],
  ['the contact was adopted', { existingContacts: 'adopt' }],
])('where %s, night by night it holds what the source has and what its owner added, entry by entry (G22, B7)', (_, choice) => {
  const sync = personalSync(choice);
  const phones = (values: readonly string[]) => values.map((value) => ({ value }));
  const fromSource = ['+41 44 555 01 01', '+41 44 555 01 02', '+41 44 555 01 03'];
  const fromOwner = ['+1 202 555 0101', '+1 202 555 0102', '+1 202 555 0103'];
  const night = fc.record({
    source: fc.subarray(fromSource),
    add: fc.subarray(fromOwner),
    takeOut: fc.subarray([...fromSource, ...fromOwner]),
    edits: fc.array(fc.constantFrom<Edit['kind']>('star', 'otherTool', 'unlabel'), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.subarray(fromOwner), fc.array(night, { minLength: 1, maxLength: 6 }), (early, nights) => {
      const ann = { names: [{ givenName: 'Ann' }], emailAddresses: [{ value: 'ann@x.test' }] };
      let account =
        choice.existingContacts === 'adopt'
          ? doEdit(emptyAccount, { kind: 'add', person: { ...ann, phoneNumbers: phones(early) }, inLabel: false })
          : emptyAccount;
      let own = new Set(choice.existingContacts === 'adopt' ? early : []);
      for (const { source, add, takeOut, edits } of nights) {
        const { persons } = synced(account, workOf(sync, { '1': { ...ann, phoneNumbers: phones(source) } }));
        expect(persons).toHaveLength(1);
        const there = (persons[0]?.['phoneNumbers'] as { value: string }[] | undefined) ?? [];
        expect(there.map(({ value }) => value).sort()).toEqual([...source, ...own].sort());
        account = synced(account, workOf(sync, { '1': { ...ann, phoneNumbers: phones(source) } }));
        const left = [...there.map(({ value }) => value), ...add.filter((one) => !own.has(one))].filter((one) => !takeOut.includes(one));
        account = doEdit(account, { kind: 'edit', at: 0, person: { phoneNumbers: phones(left) } });
        account = edits.reduce((all, kind) => doEdit(all, { kind, at: 0 } as Edit), account);
        own = new Set([...own, ...add].filter((one) => !takeOut.includes(one)));
      }
    }),
  );
});
