import { contactFields } from '../../src/core/contacts/contactFieldTable';
import type { Person } from '../../src/core/contacts/Person';
import {
  batchCreateContacts,
  createContact,
  createContactGroup,
  getContacts,
  listContactGroups,
  listContacts,
} from '../../src/google/people';
import { feedTask, inOrder, refusal, silence, success } from '../support/feedTask';
import { modelAccount, modelGroup } from '../support/modelAccount';

const ann = { kind: 'user', userId: 'u1', token: 't' } as const;
const persons = (count: number): Person[] => Array.from({ length: count }, (_, index) => ({ names: [{ givenName: `P${index}` }] }));
const nameOf = (person: Person) => (person['names'] as { givenName: string }[])[0]?.givenName;

test('reads every page, in the largest size, contacts only, and reduces each contact as it comes (S20)', () => {
  const account = modelAccount(persons(2500));
  const { value, calls } = feedTask(listContacts(ann, ['names'], nameOf), account.answer);
  expect(value.ok && value.value.length).toBe(2500);
  expect(calls.map((call) => [call.parameters['pageSize'], call.parameters['pageToken'], call.parameters['sources']])).toEqual([
    [1000, undefined, ['READ_SOURCE_TYPE_CONTACT']],
    [1000, '1000', ['READ_SOURCE_TYPE_CONTACT']],
    [1000, '2000', ['READ_SOURCE_TYPE_CONTACT']],
  ]);
  expect(new Set(calls.map((call) => call.as))).toEqual(new Set([ann]));
});

test('leaves out what the reduction does not want, and reads an empty account with one call', () => {
  expect(
    feedTask(
      listContacts(ann, ['names'], (person) => (nameOf(person) === 'P1' ? 'yes' : undefined)),
      modelAccount(persons(3)).answer,
    ).value,
  ).toEqual({ ok: true, value: ['yes'] });
  expect(feedTask(listContacts(ann, ['names'], nameOf), inOrder(success({})))).toMatchObject({ value: { ok: true, value: [] } });
});

test('a listing that breaks off is a problem, not a shorter list (B5)', () => {
  const first = success({ connections: [{ resourceName: 'people/c1' }], nextPageToken: 'next' });
  expect(
    feedTask(
      listContacts(ann, ['names'], (person) => person),
      inOrder(first, refusal(403, { message: 'x' })),
    ).value,
  ).toMatchObject({ ok: false, problem: { code: 'google.serviceOff' } });
  expect(
    feedTask(
      listContacts(ann, ['names'], (person) => person),
      inOrder(first, first),
    ).value,
  ).toMatchObject({ ok: false, problem: { code: 'google.unexpected' } });
});

test('lists labels with their marks, beyond Google’s default page of 30 (S21)', () => {
  const mark = { version: 1 as const, origin: 'r', sourceUserId: 'u', sourceGroup: 'contactGroups/5' };
  const account = modelAccount();
  account.groups.push(modelGroup('contactGroups/9', 'Customers', mark));
  const { value, calls } = feedTask(listContactGroups(ann), account.answer);
  expect(value.ok && value.value[1]).toEqual({
    resourceName: 'contactGroups/9',
    name: 'Customers',
    groupType: 'USER_CONTACT_GROUP',
    memberCount: 0,
    marks: [mark],
  });
  expect(value.ok && value.value[0]?.groupType).toBe('SYSTEM_CONTACT_GROUP');
  expect(calls[0]?.parameters['pageSize']).toBe(1000);
});

test('creates a label once; the second of that name exists', () => {
  const account = modelAccount();
  expect(feedTask(createContactGroup(ann, 'Customers', [{ key: 'roster', value: 'g1:r:u:s' }]), account.answer).value).toMatchObject({
    ok: true,
    value: { name: 'Customers', marks: [{ sourceGroup: 's' }] },
  });
  expect(feedTask(createContactGroup(ann, 'Customers', []), account.answer).value).toMatchObject({
    ok: false,
    problem: { code: 'google.exists' },
  });
  expect(account.groups.map((group) => group.name)).toEqual(['myContacts', 'Customers']);
});

test('creates a batch and asks for nothing back', () => {
  const account = modelAccount();
  const { value, calls } = feedTask(batchCreateContacts(ann, persons(200)), account.answer);
  expect(value).toEqual({ kind: 'written' });
  expect(account.contacts).toHaveLength(200);
  expect(calls[0]?.body).toMatchObject({ readMask: '' });
  expect(() => feedTask(batchCreateContacts(ann, persons(201)), account.answer)).toThrow('A batch takes 200 contacts');
});

test('names the entries Google refused, by position', () => {
  const account = modelAccount([], { refuse: (person) => (nameOf(person) === 'P1' ? 'Invalid name' : undefined) });
  const { value } = feedTask(batchCreateContacts(ann, persons(3)), account.answer);
  expect(value).toMatchObject({ kind: 'refused', items: new Map([[1, 'Invalid name']]) });
  expect(account.contacts).toEqual([]);
});

test.each([
  ['silence', silence, 'google.unknownOutcome'],
  ['500', refusal(500, { message: 'Internal error encountered.' }), 'google.unknownOutcome'],
  ['a request at fault', refusal(400, { message: 'Invalid' }), 'google.invalidRequest'],
])('a batch that meets %s fails as it is', (_, answer, code) => {
  expect(feedTask(batchCreateContacts(ann, persons(2)), inOrder(answer)).value).toMatchObject({ kind: 'failed', problem: { code } });
});

test('creates one contact', () => {
  const account = modelAccount();
  expect(feedTask(createContact(ann, { names: [{ givenName: 'Ann' }] }), account.answer).value).toEqual({ ok: true, value: undefined });
  expect(account.contacts).toHaveLength(1);
});

test('reads contacts by name, so many at once that the address stays below the 2,082 characters of UrlFetchApp; one that is gone leaves the others', () => {
  const names = Array.from({ length: 60 }, (_, index) => `people/c${9_000_000_000_000_000_000n + BigInt(index)}`);
  const { value, calls } = feedTask(getContacts(ann, names, ['metadata', ...contactFields]), (call) =>
    success({
      responses: (call.parameters['resourceNames'] as string[])
        .map((name) =>
          name === names[30]
            ? { requestedResourceName: name, httpStatusCode: 404 }
            : { requestedResourceName: name, person: { resourceName: name } },
        )
        .reverse(),
    }),
  );
  expect(value.ok && value.value.map((one) => one?.resourceName)).toEqual(names.map((name, index) => (index === 30 ? undefined : name)));
  expect(calls.length).toBe(3);
  for (const { url } of calls) expect(url.length).toBeLessThan(2082);
});
