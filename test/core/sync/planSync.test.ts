import { markEntry, parseMarks, type Mark } from '../../../src/core/contacts/Mark';
import { fingerprint } from '../../../src/core/contacts/fingerprint';
import type { Person } from '../../../src/core/contacts/Person';
import { portableContact, portableFields } from '../../../src/core/contacts/portableContact';
import { snapshotOf } from '../../../src/core/copy/snapshotOf';
import { countChanges } from '../../../src/core/plan/TargetPlan';
import { guardsLifted } from '../../../src/core/sync/judgeDeletions';
import { planLeaving } from '../../../src/core/sync/planLeaving';
import { planSync, type SyncPlan } from '../../../src/core/sync/planSync';
import { driftModes, type Sync } from '../../../src/core/sync/Sync';
import { noMemory } from '../../../src/core/sync/SyncMemory';
import { doEdit, personalSync, sourceUser, workOf } from '../../support/syncCase';
import {
  addLabel,
  addPerson,
  applySyncPlan,
  emptyAccount,
  labelsOf,
  readIndex,
  underLabels,
  type SyncedAccount,
} from '../../support/syncModel';

const MINE = 'contactGroups/myContacts';
const named = (givenName: string, more: Person = {}): Person => ({ names: [{ givenName }], ...more });
const mail = (value: string) => ({ emailAddresses: [{ value }] });
const source = { '1': named('Ann', mail('ann@x.test')), '2': named('Bob', mail('bob@x.test')) };
const both = named('Ann', { emailAddresses: [{ value: 'ann@x.test' }, { value: 'bob@x.test' }] });

const planFor = (
  account: SyncedAccount,
  persons: Readonly<Record<string, Person>> = source,
  sync: Sync = personalSync(),
  name?: string,
): SyncPlan => {
  const work = workOf(sync, persons, name);
  return planSync(work, readIndex(account, work), noMemory);
};
const filled = (sync: Sync = personalSync(), persons: Readonly<Record<string, Person>> = source): SyncedAccount =>
  applySyncPlan(emptyAccount, planFor(emptyAccount, persons, sync));
const kinds = (plan: SyncPlan): string[] => plan.changes.map(({ kind }) => kind);
const skips = (plan: SyncPlan): string[] => plan.skips.map(({ sourceContactId, reason }) => `${sourceContactId} ${reason}`);
const personOf = (account: SyncedAccount, id: string): Person =>
  account.persons.find((one) => parseMarks(one.clientData).some((mark) => mark.sourceContactId === id))!;
const only = (mode: Sync['drift']['mode']): Partial<Sync> => ({ drift: { mode, check: 'everyNight' } });
const marked = (person: Person, mark: Partial<Mark>): Person => ({
  ...person,
  clientData: [
    markEntry({
      version: 1,
      origin: 'sync1',
      sourceUserId: sourceUser,
      sourceContactId: '1',
      fingerprint: fingerprint(portableFields(person)),
      ...mark,
    }),
  ],
});

test('fills an empty account: label, contacts under it, and not among My Contacts unless told (G1, G15)', () => {
  const plan = planFor(emptyAccount);
  expect(kinds(plan)).toEqual(['createContactGroup', 'createContact', 'createContact']);
  expect(plan.group).toEqual({ kind: 'create', name: 'Customers' });
  const after = filled();
  expect(after.persons.map(labelsOf)).toEqual([[after.labels[0]!.resourceName], [after.labels[0]!.resourceName]]);
  expect(filled(personalSync({ myContacts: true })).persons.map(labelsOf)[0]).toEqual([MINE, after.labels[0]!.resourceName]);
});

test('an edit at the source is written with the fields that differ, and the mark (G5, G7)', () => {
  const plan = planFor(filled(), { ...source, '2': named('Bob', mail('bob@new.test')) });
  expect(plan.changes).toMatchObject([{ kind: 'updateContact', sourceContactId: '2', mask: ['emailAddresses', 'clientData'] }]);
  expect(skips(plan)).toEqual(['1 alreadySo']);
});

test('an owner’s edit is put back with that field alone, since the mark says the same as before (G43)', () => {
  const account = doEdit(filled(), { kind: 'edit', at: 0, person: named('Annabel') });
  expect(planFor(account).changes).toMatchObject([{ kind: 'updateContact', sourceContactId: '1', mask: ['names'] }]);
});

test('what other tools left goes back with the list as it was, beside our mark (contracts §3)', () => {
  const account = doEdit(filled(), { kind: 'otherTool', at: 1 });
  const after = applySyncPlan(account, planFor(account, { ...source, '2': named('Rob') }));
  expect(personOf(after, '2').clientData).toMatchObject([{ key: 'crm', value: '17' }, { key: 'roster' }]);
});

test('a contact that the source has no more is deleted, last (G5)', () => {
  const plan = planFor(filled(), { '2': named('Rob'), '3': named('Cleo') });
  expect(kinds(plan)).toEqual(['createContact', 'updateContact', 'deleteContact']);
});

test.each<[Sync['drift']['mode'], string[], string]>([
  ['enforce', ['updateContact'], ''],
  ['keepAdditions', [], '1 alreadySo'],
  ['report', [], '1 editedThere'],
])('a number that its owner added: %s (G22)', (mode, expected, skip) => {
  const sync = personalSync(only(mode));
  const plan = planFor(doEdit(filled(sync), { kind: 'addPhone', at: 0, value: '+1 202 555 0100' }), source, sync);
  expect(kinds(plan)).toEqual(expected);
  expect(skips(plan)).toEqual([...(skip === '' ? [] : [skip]), '2 alreadySo']);
});

test('additions stay while the source’s own number changes: the old one goes, the new one comes (G22)', () => {
  const sync = personalSync(only('keepAdditions'));
  const withNumber = (value: string) => ({ '1': named('Ann', { phoneNumbers: [{ value }] }) });
  const account = doEdit(filled(sync, withNumber('+41 44 555 01 02')), { kind: 'addPhone', at: 0, value: '+1 202 555 0100' });
  const after = applySyncPlan(account, planFor(account, withNumber('+41 44 555 01 99'), sync));
  expect(personOf(after, '1')['phoneNumbers']).toEqual([{ value: '+41 44 555 01 99' }, { value: '+1 202 555 0100' }]);
});

test.each<[Sync['drift']['mode'], string[], string[]]>([
  ['enforce', ['createContact'], ['2 alreadySo']],
  ['keepAdditions', ['createContact'], ['2 alreadySo']],
  ['report', [], ['1 deletedThere', '2 alreadySo']],
])('a contact that its owner deleted: %s (G22, G43)', (mode, expected, left) => {
  const sync = personalSync(only(mode));
  const account = doEdit(filled(sync), { kind: 'delete', at: 0 });
  const work = workOf(sync, source);
  const plan = planSync(work, readIndex(account, work), { delivered: new Set(['1', '2']), putBack: '' });
  expect(kinds(plan)).toEqual(expected);
  expect(skips(plan)).toEqual(left);
});

test('taken out of the label it is put in again; its owner’s other labels are theirs (G43, G44)', () => {
  const account = doEdit(doEdit(filled(), { kind: 'star', at: 0 }), { kind: 'unlabel', at: 0 });
  const plan = planFor(account);
  expect(plan.changes).toMatchObject([
    { kind: 'changeMembers', group: account.labels[0]!.resourceName, add: ['people/c2'], remove: [] },
    { kind: 'changeMembers', group: MINE, add: [], remove: ['people/c2'] },
  ]);
  expect(labelsOf(applySyncPlan(account, plan).persons[0]!)).toEqual(['contactGroups/starred', account.labels[0]!.resourceName]);
});

test('calendar addresses come with a new contact and are never updated, since a batch may be refused for them', () => {
  const busy = (value: string) => ({ '1': named('Ann', { calendarUrls: [{ url: value }] }) });
  const account = filled(personalSync(), busy('https://cal.test/1'));
  expect(account.persons[0]).toHaveProperty('calendarUrls');
  const plan = planFor(account, busy('https://cal.test/2'));
  expect(plan.changes).toMatchObject([{ kind: 'updateContact', mask: ['clientData'] }]);
  expect(planFor(applySyncPlan(account, plan), busy('https://cal.test/2')).changes).toEqual([]);
});

test('a thousand names go into one call (G1)', () => {
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, id) => [String(id), named(`N${id}`)]));
  const account = doEdit(filled(personalSync(), many), { kind: 'deleteLabel', at: 0 });
  const plan = planFor(account, many);
  const calls = plan.changes.flatMap((change) =>
    change.kind === 'changeMembers' && change.group === undefined ? [change.add.length] : [],
  );
  expect(calls).toEqual([1000, 1]);
});

test('a label that its user deleted is made again, with everything in it (G45)', () => {
  const account = doEdit(filled(), { kind: 'deleteLabel', at: 0 });
  const after = applySyncPlan(account, planFor(account));
  expect(after.labels.map(({ name }) => name)).toEqual(['Customers']);
  expect(after.persons.map(labelsOf)).toEqual([[after.labels[0]!.resourceName], [after.labels[0]!.resourceName]]);
});

test.each<[Sync['drift']['mode'], string, string]>([
  ['enforce', 'Clients', 'Clients'],
  ['report', 'Clients', 'Clients'],
])('renamed at the source, the label follows: %s (G14, G21)', (mode, name, expected) => {
  const sync = personalSync(only(mode));
  const account = filled(sync);
  const plan = planFor(account, source, sync, name);
  expect(kinds(plan)).toEqual(['renameContactGroup']);
  const after = applySyncPlan(account, plan);
  expect(after.labels.map((one) => one.name)).toEqual([expected]);
  expect(planFor(after, source, sync, name).changes).toEqual([]);
});

test.each<[Sync['drift']['mode'], string[]]>([
  ['enforce', ['renameContactGroup']],
  ['keepAdditions', []],
  ['report', []],
])('renamed by its user, it is still ours, and called as before where drift is put back: %s (G21, G29)', (mode, expected) => {
  const sync = personalSync(only(mode));
  const account = doEdit(filled(sync), { kind: 'renameLabel', at: 0, name: 'Kunden' });
  expect(kinds(planFor(account, source, sync))).toEqual(expected);
});

test('a name that another label of the user has is not taken from it (G36)', () => {
  const account = addLabel(filled(), 'Clients');
  const plan = planFor(account, source, personalSync(), 'Clients');
  expect(plan.changes).toEqual([]);
  expect(plan.warning).toEqual({ code: 'sync.labelNameTaken', data: { label: 'Clients', current: 'Customers' } });
});

test('a label of that name that is not ours is joined, and found again when its user renames it; or refused (G36)', () => {
  const account = addLabel(emptyAccount, 'Customers');
  const joined = applySyncPlan(account, planFor(account));
  expect(kinds(planFor(account))).toEqual(['markContactGroup', 'createContact', 'createContact']);
  expect(planFor(doEdit(joined, { kind: 'renameLabel', at: 0, name: 'Kunden' })).changes).toEqual([]);
  const refused = planFor(account, source, personalSync({ existingLabel: 'refuse' }));
  expect(refused.refusal).toEqual({ code: 'sync.labelExists', data: { label: 'Customers' } });
});

test('a contact that the owner had is skipped and told by what it was found; or adopted, keeping all that is in it (B7)', () => {
  const own = underLabels(named('Annie', { ...mail('ANN@x.test'), biographies: [{ value: 'my note' }] }), [MINE]);
  const account = addPerson(emptyAccount, own);
  expect(skips(planFor(account))).toEqual(['1 sameEmail']);
  const sync = personalSync({ existingContacts: 'adopt' });
  const plan = planFor(account, source, sync);
  expect(kinds(plan)).toEqual(['createContactGroup', 'createContact', 'adoptContact', 'changeMembers']);
  const after = applySyncPlan(account, plan);
  expect(after.persons[0]).toMatchObject({ names: [{ givenName: 'Ann' }], biographies: [{ value: 'my note' }] });
  expect(parseMarks(after.persons[0]!.clientData)).toMatchObject([{ adopted: true }]);
  // Gone from the source: out of the label, and still there.
  const gone = planFor(after, { '2': source['2'] }, sync);
  expect(kinds(gone)).toEqual(['changeMembers']);
  expect(skips(gone)).toEqual(['2 alreadySo', '1 adopted']);
  expect(labelsOf(applySyncPlan(after, gone).persons[0]!)).toEqual([MINE]);
});

test('what another sync delivered is never adopted; what a copy delivered may be (B7)', () => {
  const by = (origin: string): SyncedAccount => addPerson(emptyAccount, underLabels(marked(source['1'], { origin }), [MINE]));
  const sync = personalSync({ existingContacts: 'adopt' });
  expect(skips(planFor(by('sync2'), source, sync))).toEqual(['1 alreadyCopied']);
  expect(kinds(planFor(by('request7'), source, sync))).toContain('adoptContact');
});

test('a mark that another tool deleted comes back where the contact says exactly the same in our label; else it is told (contracts §3)', () => {
  const lost = doEdit(filled(), { kind: 'loseMark', at: 0 });
  expect(planFor(lost).changes).toMatchObject([{ kind: 'updateContact', resourceName: 'people/c2', mask: ['clientData'] }]);
  const edited = doEdit(lost, { kind: 'addPhone', at: 0, value: '+1 202 555 0100' });
  expect(planFor(edited).changes).toEqual([]);
  expect(skips(planFor(edited))).toEqual(['1 sameEmail', '2 alreadySo']);
  expect(skips(planFor(doEdit(lost, { kind: 'unlabel', at: 0 })))).toEqual(['1 sameEmail', '2 alreadySo']);
});

test('a contact that lost its mark stands for its own source contact, not for another one that it matches, too', () => {
  const twins = {
    '1': named('Bob', { phoneNumbers: [{ value: '+41 44 555 01 02' }] }),
    '2': named('Bob', { phoneNumbers: [{ value: '+41 44 555 01 02' }], nicknames: [{ value: 'B' }] }),
  };
  const account = doEdit(doEdit(filled(personalSync(), twins), { kind: 'delete', at: 0 }), { kind: 'loseMark', at: 0 });
  expect(planFor(account, twins).changes).toMatchObject([
    { kind: 'createContact', sourceContactId: '1' },
    { kind: 'updateContact', sourceContactId: '2', mask: ['clientData'] },
  ]);
});

test('two marks on one contact: its owner merged them; it is kept, counts for both, and is never written or deleted (contracts §3)', () => {
  const account = doEdit(filled(), { kind: 'merge', at: 0, other: 1 });
  expect(planFor(account).changes).toEqual([]);
  expect(skips(planFor(account))).toEqual(['1 merged', '2 merged']);
  expect(planFor(account, {}).changes).toEqual([]);
});

test('of doubles one stays: in kept additions the one that its owner added to (contracts §3)', () => {
  const sync = personalSync(only('keepAdditions'));
  const account = doEdit(doEdit(filled(sync), { kind: 'double', at: 0 }), { kind: 'addPhone', at: 2, value: '+1 202 555 0100' });
  expect(planFor(account, source, sync).changes).toMatchObject([{ kind: 'deleteContact', resourceName: 'people/c2' }]);
});

test('a mark that this version cannot read forbids every write', () => {
  const [person, ...others] = filled().persons;
  const strange = { ...person, clientData: [...(person?.clientData ?? []), { key: 'roster', value: '9:later' }] };
  const account = { ...filled(), persons: [strange, ...others] };
  expect(planFor(account, {}).changes).toMatchObject([{ kind: 'deleteContact', resourceName: others[0]!.resourceName }]);
});

test('another source in the same sync: the old contacts go, the new ones come (G46)', () => {
  const sync = personalSync({
    source: { kind: 'personal', userId: 'eve', email: 'eve@acme.test', group: { resourceName: 'contactGroups/e', name: 'E' } },
  });
  const work = { ...workOf(sync, source), snapshot: { ...workOf(sync, source).snapshot, sourceUserId: 'eve' } };
  const account = filled();
  expect(countChanges(planSync(work, readIndex(account, work), noMemory))).toMatchObject({ creates: 2, deletes: 2 });
});

test.each([
  [{ share: 0.3, contacts: 500 }, 10, 3, undefined],
  [{ share: 0.3, contacts: 500 }, 10, 4, 'sync.tooLargeShare'],
  [{ share: 0.3, contacts: 500 }, 9, 8, undefined],
  [{ share: 1, contacts: 3 }, 9, 4, 'sync.tooManyDeletions'],
])('with the guard %o, of %i contacts %i may go: %s (B5)', (guard, count, gone, expected) => {
  const all = Object.fromEntries(Array.from({ length: count }, (_, id) => [String(id), named(`N${id}`)]));
  const left = Object.fromEntries(Object.entries(all).slice(gone));
  expect(planFor(filled(personalSync(), all), left, personalSync({ guard })).refusal?.code).toBe(expected);
});

test('a source that reads empty deletes nothing, however few there were, until a request lets it (B5)', () => {
  const guard = { share: 0.3, contacts: 500 };
  expect(planFor(filled(), {}, personalSync({ guard })).refusal).toEqual({ code: 'sync.sourceEmptied', data: { before: 2 } });
  const allowed = personalSync({ guard: guardsLifted });
  expect(planFor(filled(), {}, allowed).refusal).toBeUndefined();
});

test('a listing in another order is the same listing (B5)', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, id) => [`c${id}`, named(`N${id}`)]));
  const account = filled(personalSync(), many);
  const work = workOf(personalSync(), many);
  const turned = { ...work, snapshot: snapshotOf(sourceUser, [...work.snapshot.contacts].reverse()) };
  expect(planSync(turned, readIndex(account, turned), noMemory).changes).toEqual([]);
  expect(turned.snapshot.fingerprint).toBe(work.snapshot.fingerprint);
});

test('whoever leaves loses what was delivered and the empty label; their own contacts stay, and so does a label with one of them (G40)', () => {
  const sync = personalSync();
  const work = workOf(sync, source);
  const leave = (account: SyncedAccount): SyncPlan => planLeaving(work, readIndex(account, work));
  expect(kinds(leave(filled()))).toEqual(['deleteContact', 'deleteContact', 'deleteContactGroup']);
  const own = doEdit(filled(), { kind: 'add', person: named('Zoe'), inLabel: true });
  expect(kinds(leave(own))).toEqual(['deleteContact', 'deleteContact']);
  expect(applySyncPlan(own, leave(own)).persons.map((one) => one['names'])).toEqual([[{ givenName: 'Zoe' }]]);
  const joined = addLabel(emptyAccount, 'Customers');
  expect(kinds(leave(applySyncPlan(joined, planFor(joined))))).toEqual(['deleteContact', 'deleteContact']);
});

test('the directory’s own entry of a destination is left out there (G34)', () => {
  const sync = personalSync({ source: { kind: 'directory', users: { selectors: [], excludedUserIds: [] } }, targetGroupName: 'Acme' });
  const work = { ...workOf(sync, source, 'Acme'), snapshot: { ...workOf(sync, source).snapshot, sourceUserId: 'directory' } };
  const plan = planSync(work, readIndex(emptyAccount, work, '2'), noMemory);
  expect(plan.changes).toMatchObject([{ kind: 'createContactGroup' }, { kind: 'createContact', sourceContactId: '1' }]);
});

test('a full account is found before, not after (B14)', () => {
  const work = workOf(personalSync(), source);
  const index = { ...readIndex(emptyAccount, work), size: 24_999 };
  expect(planSync(work, index, noMemory).refusal).toMatchObject({ code: 'target.tooFull' });
});

test.each<[string, Record<string, Person>, string[]]>([
  ['in the first', { '1': both }, ['updateContact', 'deleteContact']],
  ['in the second', { '2': both }, ['updateContact', 'deleteContact']],
  ['in a new one', { '9': both }, ['createContact', 'deleteContact', 'deleteContact']],
])('of two that the source’s owner merged %s one is left, with what both said, and nothing is written again (G21)', (_, now, expected) => {
  const account = filled();
  const plan = planFor(account, now);
  expect(kinds(plan)).toEqual(expected);
  const after = applySyncPlan(account, plan);
  expect(after.persons).toMatchObject([both]);
  expect(planFor(after, now).changes).toEqual([]);
});

test('what is left out appears in no change, in any mode (B8)', () => {
  const secret = { '1': { ...source['1'], biographies: [{ value: 'secret note' }], addresses: [{ type: 'home', city: 'Hiding' }] } };
  const contacts = Object.entries(secret).map(([id, one]) =>
    portableContact({ ...one, metadata: { sources: [{ type: 'CONTACT', id }] } }, ['notes', 'homeAddresses'])!,
  );
  for (const mode of driftModes) {
    const sync = personalSync({ ...only(mode), leaveOut: ['notes', 'homeAddresses'] });
    const work = { ...workOf(sync, {}), snapshot: snapshotOf(sourceUser, contacts) };
    for (const account of [emptyAccount, filled(sync, { '1': named('Old') }), filled(sync, secret)]) {
      const said = JSON.stringify(planSync(work, readIndex(account, work), noMemory).changes);
      expect(said).not.toMatch(/secret|Hiding/);
    }
  }
});

test('a filter that is drawn closer takes away what was delivered before (B8, G46)', () => {
  const withNote = { '1': named('Ann', { biographies: [{ value: 'secret note' }] }) };
  for (const mode of driftModes) {
    const sync = personalSync(only(mode));
    const account = filled(sync, withNote);
    const after = applySyncPlan(account, planFor(account, { '1': named('Ann') }, sync));
    expect(after.persons[0]).not.toHaveProperty('biographies');
  }
});
