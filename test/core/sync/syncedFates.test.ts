import fc from 'fast-check';
import { markEntry } from '../../../src/core/contacts/Mark';
import type { Person } from '../../../src/core/contacts/Person';
import type { SourceIndex } from '../../../src/core/runs/compareSources';
import { packSync, unpackSync } from '../../../src/core/sync/packSync';
import { planSync, type SyncWork } from '../../../src/core/sync/planSync';
import { driftModes } from '../../../src/core/sync/Sync';
import { syncedFates, type SyncedFate } from '../../../src/core/sync/syncedFates';
import { noMemory } from '../../../src/core/sync/SyncMemory';
import { doEdit, edit, personalSync, sourcePersons, workOf } from '../../support/syncCase';
import { addPerson, applySyncPlan, emptyAccount, readIndex, underLabels, type SyncedAccount } from '../../support/syncModel';

const plan = (account: SyncedAccount, work: SyncWork) => planSync(work, readIndex(account, work), noMemory);

/** What the page shows of an account: `seen` as the preview saw it, `account` as it is now. */
const look = (account: SyncedAccount, work: SyncWork, seen = account): SyncedFate[] => {
  const known: SourceIndex = work.snapshot.contacts.map(({ sourceContactId, fingerprint }) => [sourceContactId, fingerprint]);
  const ids = known.map(([id]) => id);
  return syncedFates({
    syncId: work.sync.id,
    snapshot: work.snapshot,
    known,
    index: readIndex(account, work),
    plan: plan(account, work),
    named: unpackSync(packSync(ids, plan(seen, work)), ids),
    isUndo: false,
    leaves: false,
  });
};

const ann: Person = { names: [{ givenName: 'Ann' }] };
const work = workOf(personalSync(), { '1': ann });
const filled = applySyncPlan(emptyAccount, plan(emptyAccount, work));
const [delivered] = filled.persons;
const fatesOf = (account: SyncedAccount, of = work): string[] => look(account, of).map(({ fate }) => fate);
const changed = (change: (person: Person) => Person): SyncedAccount => ({ ...filled, persons: filled.persons.map(change) });
const unmarked = changed(({ clientData: _mark, ...one }) => one);

test.each<[string, SyncedAccount, SyncWork, string[]]>([
  ['is as it should be', filled, work, ['Skipped: it is there, and as it should be']],
  ['is there twice', addPerson(filled, delivered!), work, ['Deleted: it is there twice', 'Skipped: it is there, and as it should be']],
  ['lost its mark', unmarked, work, ['Updated: writes only the mark that nobody sees (it was lost)']],
  [
    'was edited at both ends',
    changed((one) => ({ ...one, nicknames: [{ value: 'Annie' }] })),
    workOf(personalSync(), { '1': { ...ann, biographies: [{ value: 'Likes tea' }] } }),
    ['Updated: adds notes; takes away nicknames (what is delivered of it changed, its owner edited it)'],
  ],
  [
    'was taken out of its label',
    changed((one) => underLabels(one, ['contactGroups/myContacts'])),
    workOf(personalSync({ myContacts: true }), { '1': ann }),
    ['Put under “Customers”'],
  ],
  ['shall be in My Contacts', filled, workOf(personalSync({ myContacts: true }), { '1': ann }), ['Put under My Contacts']],
  [
    'came from another source',
    changed((one) => ({
      ...one,
      clientData: [markEntry({ version: 1, origin: 'sync1', sourceUserId: 'bob', sourceContactId: '9', fingerprint: 'f' })],
    })),
    workOf(personalSync(), {}),
    ['Deleted: it came from an earlier source'],
  ],
  [
    'is not written over by a sync that reports',
    changed((one) => ({ ...one, nicknames: [{ value: 'Annie' }] })),
    workOf(personalSync({ drift: { mode: 'report', check: 'everyNight' } }), { '1': ann }),
    ['Skipped: its owner edited it there, which this sync does not undo'],
  ],
])('B1: a contact that %s', (_, account, of, said) => expect(fatesOf(account, of)).toEqual(said));

test('a contact is called what the source calls it, or what it is called where the source has it no more', () => {
  expect(look(filled, work)[0]!.fields).toMatchObject({ names: [{ givenName: 'Ann' }] });
  expect(look(filled, workOf(personalSync(), {}))[0]!.fields).toMatchObject({ names: [{ givenName: 'Ann' }] });
});

const world = fc
  .record({
    choices: fc.record({
      myContacts: fc.boolean(),
      existingContacts: fc.constantFrom('skip' as const, 'adopt' as const),
      drift: fc.record({ mode: fc.constantFrom(...driftModes), check: fc.constant('everyNight' as const) }),
    }),
    before: sourcePersons,
    now: sourcePersons,
    early: fc.array(edit, { maxLength: 4 }),
    late: fc.array(edit, { maxLength: 6 }),
  })
  .map(({ choices, before, now, early, late }) => {
    const sync = personalSync(choices);
    const first = workOf(sync, before);
    const own = early.reduce(doEdit, emptyAccount);
    return { work: workOf(sync, now), account: late.reduce(doEdit, applySyncPlan(own, plan(own, first))) };
  })
  .filter(({ work, account }) => plan(account, work).refusal === undefined);

test('B1: every change of the plan has its line, every contact of the source has one, and in an unchanged world none is called changed', () => {
  fc.assert(
    fc.property(world, ({ work, account }) => {
      const { changes, skips } = plan(account, work);
      const lines = look(account, work);
      const count = (start: RegExp): number => lines.filter(({ fate }) => start.test(fate)).length;
      const of = (kind: string): number => changes.filter((change) => change.kind === kind).length;
      expect([count(/^Deleted/), count(/^New/), count(/Updated/), count(/Taken over/)]).toEqual(
        ['deleteContact', 'createContact', 'updateContact', 'adoptContact'].map(of),
      );
      const moved = changes.reduce((sum, one) => sum + (one.kind === 'changeMembers' ? one.add.length + one.remove.length : 0), 0);
      expect(lines.flatMap(({ fate }) => fate.match(/put under|taken out of/gi) ?? [])).toHaveLength(moved);
      const settled = new Set([...work.snapshot.contacts, ...skips].map(({ sourceContactId }) => sourceContactId));
      expect(lines.length).toBe(of('deleteContact') + settled.size);
      expect(lines.filter(({ changed }) => changed !== '')).toEqual([]);
      expect(lines.filter(({ fate }) => fate === '')).toEqual([]);
    }),
  );
});
