import { observeSource } from '../../../src/app/apply/observeSource';
import { observeTarget } from '../../../src/app/apply/observeTarget';
import type { Person } from '../../../src/core/contacts/Person';
import { contactFields } from '../../../src/core/contacts/contactFieldTable';
import { portableContact } from '../../../src/core/contacts/portableContact';
import { snapshotOf } from '../../../src/core/copy/snapshotOf';
import { targetReading } from '../../../src/core/copy/targetReading';
import type { Call } from '../../../src/google/Call';
import type { CopyContactsAction } from '../../../src/core/copy/CopyContactsAction';
import { feedTask, refusal, success } from '../../support/feedTask';
import { modelAccount, modelGroup } from '../../support/modelAccount';

const as = { kind: 'user', userId: 'u1', token: 't' } as const;
const inGroup = (givenName: string, group: string): Person => ({
  names: [{ givenName }],
  memberships: [{ contactGroupMembership: { contactGroupResourceName: group } }],
});
const all: CopyContactsAction = { kind: 'copyContacts', sourceUserId: 'u1', createLabel: false };
const labelled: CopyContactsAction = { ...all, sourceGroup: { resourceName: 'contactGroups/7', name: 'Customers' } };

const source = () =>
  modelAccount([inGroup('Ann', 'contactGroups/7'), inGroup('Bob', 'contactGroups/8'), inGroup('Cleo', 'contactGroups/7')], { pageSize: 2 });

test('takes all contacts of the source, or those of the label, over all pages (S20, S21)', () => {
  const names = (action: CopyContactsAction) => {
    const { value } = feedTask(observeSource(as, action), source().answer);
    return value.ok ? value.value.contacts.map((contact) => contact.fields.names?.[0]?.['givenName']) : value;
  };
  expect(names(all)).toEqual(['Ann', 'Bob', 'Cleo']);
  expect(names(labelled)).toEqual(['Ann', 'Cleo']);
});

test('does not ask for other tools’ data or, without a label, for memberships', () => {
  const { calls } = feedTask(observeSource(as, all), source().answer);
  const fields = String(calls[0]?.parameters['personFields']).split(',');
  expect(fields).toEqual(expect.arrayContaining(['metadata', 'names', 'occupations']));
  for (const absent of ['clientData', 'memberships', 'photos']) expect(fields).not.toContain(absent);
});

test('tells an empty label from one that is gone (B5)', () => {
  const account = modelAccount([inGroup('Bob', 'contactGroups/8')]);
  expect(feedTask(observeSource(as, labelled), account.answer).value).toMatchObject({
    ok: false,
    problem: { code: 'copy.labelGone', data: { label: 'Customers' } },
  });
  account.groups.push(modelGroup('contactGroups/7', 'Customers'));
  expect(feedTask(observeSource(as, labelled), account.answer).value).toMatchObject({ ok: true, value: { contacts: [] } });
});

const snapshot = (givenNames: readonly string[]) =>
  snapshotOf(
    'u',
    givenNames.flatMap(
      (givenName, id) => portableContact({ names: [{ givenName }], metadata: { sources: [{ type: 'CONTACT', id: String(id) }] } }) ?? [],
    ),
  );
const fieldsAsked = (calls: readonly Call[]): string[] => String(calls[0]?.parameters['personFields']).split(',');

test('keeps of a target the marks, what bears on the copy, and how many contacts there are (S24, B7, B14)', () => {
  const marked = { names: [{ givenName: 'Bob' }], clientData: [{ key: 'roster', value: '1:r:u:64:f' }] };
  const account = modelAccount([inGroup('Ann', 'contactGroups/7'), inGroup('Cleo', 'contactGroups/7'), marked], { pageSize: 1 });
  const { value, calls } = feedTask(observeTarget(as, 'u1', targetReading(snapshot(['Ann', 'Zed']), all)), account.answer);
  expect(value).toMatchObject({
    ok: true,
    value: {
      targetId: 'u1',
      size: 3,
      groups: undefined,
      contacts: [{ marks: [], keys: { name: 'ann' } }, { marks: [{ sourceContactId: '64' }] }],
    },
  });
  expect(JSON.stringify(value)).not.toContain('leo');
  expect(calls).toHaveLength(3);
});

test('asks for what the keys need, and for whole contacts only where keys cannot tell (B7)', () => {
  const asked = (names: readonly string[], action = all, options = {}) =>
    fieldsAsked(feedTask(observeTarget(as, 'u1', targetReading(snapshot(names), action, options)), source().answer).calls);
  const keys = ['clientData', 'names', 'emailAddresses', 'phoneNumbers'];
  expect(asked(['Ann', 'Bob'])).toEqual(keys);
  for (const names of [
    ['Ann', 'Ann'],
    ['Ann', ''],
  ])
    expect(asked(names)).toEqual(['clientData', ...contactFields]);
  expect(asked(['Ann'], { ...all, evenIfExists: true })).toEqual(['clientData']);
  expect(asked(['Ann'], all, { whole: true })).toEqual(['clientData', ...contactFields]);
});

test('reads labels only when asked to', () => {
  const { value, calls } = feedTask(
    observeTarget(as, 'u1', targetReading(snapshot(['Ann']), { ...labelled, createLabel: true })),
    source().answer,
  );
  expect(value).toMatchObject({ ok: true, value: { groups: [{ resourceName: 'contactGroups/myContacts' }] } });
  expect(calls.at(-1)?.operation).toBe('people.contactGroups.list');
});

test('knows nothing of a target whose listing broke off (B5)', () => {
  const account = source();
  const { value } = feedTask(observeTarget(as, 'u1', targetReading(snapshot(['Ann']), labelled)), (call, index) =>
    index === 1 ? refusal(503, { message: 'x' }) : account.answer(call),
  );
  expect(value).toMatchObject({ ok: false, problem: { code: 'google.unavailable' } });
});

test('what is left out is not asked for, and entries of a type that is left out are not kept (B8)', () => {
  const account = modelAccount([
    {
      ...inGroup('Ann', 'contactGroups/7'),
      biographies: [{ value: 'secret note' }],
      phoneNumbers: [
        { value: '+41 44 555 01 02', type: 'home' },
        { value: '+41 44 555 01 03', type: 'work' },
      ],
    },
  ]);
  const { value, calls } = feedTask(observeSource(as, { ...all, leaveOut: ['notes', 'homePhones'] }), account.answer);
  expect(fieldsAsked(calls)).not.toContain('biographies');
  expect(value).toMatchObject({ ok: true, value: { contacts: [{ fields: { phoneNumbers: [{ value: '+41 44 555 01 03' }] } }] } });
  for (const secret of ['secret note', '5550102']) expect(JSON.stringify(value)).not.toContain(secret);
});

test('counts the calls that reading the source takes (B9)', () => {
  const cut = {
    ...inGroup('Ann', 'contactGroups/7'),
    emailAddresses: Array.from({ length: 100 }, (_, id) => ({ value: `a${id}@x.test` })),
  };
  const account = modelAccount([cut, ...Array.from({ length: 1000 }, (_, id) => inGroup(`P${id}`, 'contactGroups/8'))]);
  const whole = (call: Call) => (call.operation === 'people.people.get' ? success(account.contacts[0]) : account.answer(call));
  for (const action of [all, labelled, { ...labelled, sourceGroup: { resourceName: 'contactGroups/myContacts', name: 'x' } }]) {
    const { value, calls } = feedTask(observeSource(as, action), whole);
    expect(value.ok && value.value.reads).toBe(calls.length);
  }
});
