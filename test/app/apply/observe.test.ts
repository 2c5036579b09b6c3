import { observeSource } from '../../../src/app/apply/observeSource';
import { observeTarget } from '../../../src/app/apply/observeTarget';
import type { Person } from '../../../src/core/contacts/Person';
import type { CopyContactsAction } from '../../../src/core/copy/CopyContactsAction';
import { feedTask, refusal } from '../../support/feedTask';
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

test('reduces a target to marks and fingerprints, page by page (S24)', () => {
  const account = modelAccount(
    [inGroup('Ann', 'contactGroups/7'), { names: [{ givenName: 'Bob' }], clientData: [{ key: 'roster', value: '1:r:u:64:f' }] }],
    { pageSize: 1 },
  );
  const { value, calls } = feedTask(observeTarget(as, 'u1', { withGroups: false }), account.answer);
  expect(value).toMatchObject({
    ok: true,
    value: { targetId: 'u1', groups: undefined, contacts: [{ marks: [] }, { marks: [{ sourceContactId: '64' }] }] },
  });
  expect(JSON.stringify(value)).not.toContain('Bob');
  expect(calls.map((call) => call.operation)).toEqual(['people.people.connections.list', 'people.people.connections.list']);
});

test('reads labels and who is in them only when asked to', () => {
  const { value, calls } = feedTask(observeTarget(as, 'u1', { withGroups: true }), source().answer);
  expect(value).toMatchObject({
    ok: true,
    value: { groups: [{ resourceName: 'contactGroups/myContacts' }], contacts: [{ groups: ['contactGroups/7'] }, {}, {}] },
  });
  expect(calls.at(-1)?.operation).toBe('people.contactGroups.list');
});

test('knows nothing of a target whose listing broke off (B5)', () => {
  const account = source();
  const { value } = feedTask(observeTarget(as, 'u1', { withGroups: true }), (call, index) =>
    index === 1 ? refusal(503, { message: 'x' }) : account.answer(call),
  );
  expect(value).toMatchObject({ ok: false, problem: { code: 'google.unavailable' } });
});
