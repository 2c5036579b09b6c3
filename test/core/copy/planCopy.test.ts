import type { ContactGroup, GroupMark } from '../../../src/core/contacts/ContactGroup';
import type { ContactFields, PortableContact } from '../../../src/core/contacts/ContactFields';
import type { ExistingContact, TargetIndex } from '../../../src/core/contacts/ExistingContact';
import { fingerprint } from '../../../src/core/contacts/fingerprint';
import type { CopyContactsAction } from '../../../src/core/copy/CopyContactsAction';
import { portableContact } from '../../../src/core/contacts/portableContact';
import { reduceContact } from '../../../src/core/contacts/reduceContact';
import { planCopy } from '../../../src/core/copy/planCopy';
import { snapshotOf } from '../../../src/core/copy/snapshotOf';
import { describePlan } from '../../../src/core/plan/TargetPlan';

const named = (givenName: string): ContactFields => ({ names: [{ givenName }] });
const contact = (sourceContactId: string, fields: ContactFields): PortableContact =>
  portableContact({ ...fields, metadata: { sources: [{ type: 'CONTACT', id: sourceContactId }] } })!;
const source = snapshotOf('source', [contact('1', named('Ann')), contact('2', named('Bob'))]);

const existing = (fields: ContactFields, mark?: { sourceUserId: string; sourceContactId: string; origin?: string }): ExistingContact => ({
  ...reduceContact({ ...fields, resourceName: 'people/1' })!,
  marks: mark === undefined ? [] : [{ version: 1, origin: 'earlier', fingerprint: 'x', ...mark }],
});

const target = (contacts: readonly ExistingContact[], groups?: readonly ContactGroup[]): TargetIndex => ({
  targetId: 't',
  size: contacts.length,
  contacts,
  groups,
});
const plain: CopyContactsAction = { kind: 'copyContacts', sourceUserId: 'source', createLabel: false };
const labelled: CopyContactsAction = { ...plain, sourceGroup: { resourceName: 'contactGroups/s1', name: 'Customers' }, createLabel: true };

const group = (
  resourceName: string,
  name: string,
  marks: readonly GroupMark[] = [],
  groupType: ContactGroup['groupType'] = 'USER_CONTACT_GROUP',
): ContactGroup => ({
  resourceName,
  name,
  groupType,
  memberCount: 0,
  marks,
});
const ourMark: GroupMark = { version: 1, origin: 'earlier', sourceUserId: 'source', sourceGroup: 'contactGroups/s1' };

test('creates every contact at an empty target, marked with run, source and fingerprint (S20)', () => {
  const plan = planCopy(source, target([]), plain, 'run1');
  expect(plan).toMatchObject({ targetId: 't', group: { kind: 'none' }, skips: [], existing: 0 });
  expect(plan.changes[0]).toEqual({
    kind: 'createContact',
    sourceContactId: '1',
    fields: named('Ann'),
    mark: { version: 1, origin: 'run1', sourceUserId: 'source', sourceContactId: '1', fingerprint: fingerprint(named('Ann')) },
    joinGroup: false,
  });
  expect(describePlan(plan).creates).toBe(2);
});

test.each<[string, ExistingContact, string | undefined]>([
  ['a copy from an earlier run', existing(named('Ann'), { sourceUserId: 'source', sourceContactId: '1' }), 'alreadyCopied'],
  ['a copy its owner edited since', existing(named('Anna B.'), { sourceUserId: 'source', sourceContactId: '1' }), 'alreadyCopied'],
  ['the same contact, their own', existing(named('Ann')), 'sameName'],
  ['a copy whose mark another tool deleted', { ...existing(named('Ann')), groups: ['contactGroups/ours'] }, 'sameName'],
  ['the same contact, copied from another user', existing(named('Ann'), { sourceUserId: 'other', sourceContactId: '9' }), 'sameName'],
  ['a contact of another user that has the same id', existing(named('Zed'), { sourceUserId: 'other', sourceContactId: '1' }), undefined],
  ['another contact', existing(named('Cleo')), undefined],
  ['the copy of an equal contact of the source', existing(named('Ann'), { sourceUserId: 'source', sourceContactId: '7' }), undefined],
])('meets %s and decides (S24)', (_, there, reason) => {
  const plan = planCopy(source, target([there]), plain, 'run2');
  expect(plan.skips).toEqual(reason === undefined ? [] : [{ sourceContactId: '1', reason }]);
  expect(describePlan(plan).creates).toBe(reason === undefined ? 2 : 1);
});

test('a contact of the owner’s that they merged with a delivered one still stands for whom it stood for (B7)', () => {
  const withAddress = (givenName: string, ...values: string[]): ContactFields => ({
    names: [{ givenName }],
    emailAddresses: values.map((value) => ({ value })),
  });
  const persons = snapshotOf('source', [
    contact('1', withAddress('Ann', 'ann@x.test')),
    contact('2', withAddress('Bob', 'bob@x.test')),
    contact('3', withAddress('Ann', 'ann@x.test')),
  ]);
  const merged = existing(withAddress('Bobby', 'bob@x.test', 'ann@x.test'), { sourceUserId: 'source', sourceContactId: '1' });
  const plan = planCopy(persons, target([merged]), plain, 'run1');
  expect(plan.skips).toEqual([
    { sourceContactId: '1', reason: 'alreadyCopied' },
    { sourceContactId: '2', reason: 'sameEmail' },
  ]);
  expect(plan.changes).toMatchObject([{ sourceContactId: '3' }]);
});

test('counts skips by reason and says that a contact without fields has nothing to copy (B1)', () => {
  const plan = planCopy(
    snapshotOf('source', [contact('1', named('Ann')), contact('3', {})]),
    target([existing(named('Ann'))]),
    plain,
    'run1',
  );
  expect(describePlan(plan)).toMatchObject({ creates: 0, createdGroups: 0, skips: { alreadyCopied: 0, sameName: 1, nothingToCopy: 1 } });
});

test('creates the label first and puts every created contact under it (S22)', () => {
  const plan = planCopy(source, target([], [group('contactGroups/friends', 'friends', [], 'SYSTEM_CONTACT_GROUP')]), labelled, 'run1');
  expect(plan.group).toEqual({ kind: 'create', name: 'Customers' });
  expect(plan.changes.map((change) => change.kind)).toEqual(['createContactGroup', 'createContact', 'createContact']);
  expect(plan.changes[0]).toMatchObject({
    name: 'Customers',
    mark: { origin: 'run1', sourceUserId: 'source', sourceGroup: 'contactGroups/s1' },
  });
  expect(plan.changes.every((change) => change.kind !== 'createContact' || change.joinGroup)).toBe(true);
});

test.each<[string, readonly ContactGroup[], string | undefined]>([
  ['the label of that name', [group('contactGroups/9', 'Customers')], 'contactGroups/9'],
  ['a decomposed spelling of it', [group('contactGroups/9', ' Customers ')], 'contactGroups/9'],
  ['our label though renamed', [group('contactGroups/8', 'Clients', [ourMark]), group('contactGroups/9', 'Customers')], 'contactGroups/8'],
  ['no label of another source', [group('contactGroups/8', 'Clients', [{ ...ourMark, sourceUserId: 'other' }])], undefined],
  ['no label Google keeps for itself', [group('contactGroups/coworkers', 'customers', [], 'SYSTEM_CONTACT_GROUP')], undefined],
])('joins %s', (_, groups, resourceName) => {
  const plan = planCopy(source, target([], groups), labelled, 'run1');
  if (resourceName === undefined) expect(plan.group.kind).toBe('create');
  else expect(plan.group).toMatchObject({ kind: 'join', resourceName });
});

test.each<[string, readonly ContactGroup[], object]>([
  [
    'somebody else’s label of that name',
    [group('contactGroups/9', 'Customers')],
    { refusal: { code: 'copy.labelExists', data: { label: 'Customers' } } },
  ],
  [
    'our own label of that name',
    [group('contactGroups/8', 'Customers', [ourMark])],
    { group: { kind: 'join', resourceName: 'contactGroups/8' } },
  ],
  ['no label of that name', [group('contactGroups/9', 'Friends')], { group: { kind: 'create', name: 'Customers' } }],
])('told to leave targets out that have the label, meets %s (S22)', (_, groups, expected) => {
  expect(planCopy(source, target([], groups), { ...labelled, existingLabel: 'refuse' }, 'run1')).toMatchObject(expected);
});

test('does not mind a label that it would not need (S22)', () => {
  const all = [existing(named('Ann')), existing(named('Bob'))];
  const plan = planCopy(source, target(all, [group('contactGroups/9', 'Customers')]), { ...labelled, existingLabel: 'refuse' }, 'run1');
  expect(plan).toMatchObject({ group: { kind: 'none' }, changes: [] });
  expect(plan.refusal).toBeUndefined();
});

test('warns of a name that Google uses for a label of its own, and tries it all the same (S22)', () => {
  const groups = [group('contactGroups/friends', 'customers', [], 'SYSTEM_CONTACT_GROUP')];
  const plan = planCopy(source, target([], groups), labelled, 'run1');
  expect(plan).toMatchObject({ group: { kind: 'create' }, warning: { code: 'copy.labelNameDoubtful' } });
  expect(plan.refusal).toBeUndefined();
});

test.each([
  [24_998, undefined],
  [24_999, { code: 'target.tooFull', data: { existing: 24_999, creates: 2, limit: 25_000 } }],
  [25_000, { code: 'target.tooFull' }],
])('an account that holds %i contacts and needs two more (B14)', (size, refusal) => {
  const plan = planCopy(source, { ...target([]), size }, plain, 'run1');
  if (refusal === undefined) expect(plan.refusal).toBeUndefined();
  else expect(plan.refusal).toMatchObject(refusal);
});

test('a full account that has all of it is no problem (B14)', () => {
  const all = [existing(named('Ann')), existing(named('Bob'))];
  expect(planCopy(source, { ...target(all), size: 25_000 }, plain, 'run1').refusal).toBeUndefined();
});

test('copied even if it exists: what is there is created again, what was copied before is not (S24)', () => {
  const there = [existing(named('Ann')), existing(named('Bob'), { sourceUserId: 'source', sourceContactId: '2' })];
  const plan = planCopy(source, target(there), { ...plain, evenIfExists: true }, 'run2');
  expect(plan.skips).toEqual([{ sourceContactId: '2', reason: 'alreadyCopied' }]);
  expect(describePlan(plan).creates).toBe(1);
});

test('makes no label when the switch is off, or when nothing is created (S22, S24)', () => {
  expect(planCopy(source, target([]), { ...labelled, createLabel: false }, 'run1').group).toEqual({ kind: 'none' });
  const all = [existing(named('Ann')), existing(named('Bob'))];
  expect(planCopy(source, target(all, []), labelled, 'run1')).toMatchObject({ group: { kind: 'none' }, changes: [] });
});

test('is a bug to plan a label without having read the target’s labels', () => {
  expect(() => planCopy(source, target([]), labelled, 'run1')).toThrow('needs the labels');
});

test('the snapshot’s fingerprint changes with its contacts, not with their order (B2)', () => {
  const one = snapshotOf('source', [contact('1', named('Ann')), contact('2', named('Bob'))]).fingerprint;
  expect(snapshotOf('source', [contact('2', named('Bob')), contact('1', named('Ann'))]).fingerprint).toBe(one);
  expect(snapshotOf('source', [contact('1', named('Ann'))]).fingerprint).not.toBe(one);
  expect(snapshotOf('source', [contact('1', named('Ann')), contact('2', named('Rob'))]).fingerprint).not.toBe(one);
  expect(snapshotOf('source', [contact('1', named('Ann')), contact('3', named('Bob'))]).fingerprint).not.toBe(one);
});
