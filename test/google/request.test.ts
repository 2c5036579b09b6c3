import { call, toCall } from '../../src/google/request';
import { operations, type OperationId } from '../../src/google/operations';
import { feedTask, inOrder, refusal, silence, success } from '../support/feedTask';

const self = { kind: 'self' } as const;

test('builds an absolute, encoded address; lists repeat, what is undefined is left out', () => {
  const made = toCall('people.people.connections.list', self, {
    path: { resourceName: 'people/me' },
    query: {
      personFields: 'names,emailAddresses',
      sources: ['READ_SOURCE_TYPE_CONTACT', 'READ_SOURCE_TYPE_PROFILE'],
      pageSize: 1000,
      pageToken: undefined,
    },
  });
  expect(made.url).toBe(
    'https://people.googleapis.com/v1/people/me/connections?personFields=names%2CemailAddresses&sources=READ_SOURCE_TYPE_CONTACT&sources=READ_SOURCE_TYPE_PROFILE&pageSize=1000',
  );
  expect(made).toMatchObject({ method: 'GET', repeatable: true, parameters: { resourceName: 'people/me', pageSize: 1000 } });
  expect(made.parameters).not.toHaveProperty('pageToken');
  expect(made).not.toHaveProperty('body');
});

test('keeps what people type inside its parameter', () => {
  const key = 'a/b?c&d=#e é😀\ud83d';
  const url = toCall('directory.users.get', self, { path: { userKey: key } }).url;
  expect(url).toBe('https://admin.googleapis.com/admin/directory/v1/users/a%2Fb%3Fc%26d%3D%23e%20%C3%A9%F0%9F%98%80%EF%BF%BD');
  expect(toCall('directory.users.list', self, { query: { query: "orgUnitPath='/R&D'" } }).url).toContain('?query=orgUnitPath%3D');
});

test.each<[string, () => unknown]>([
  [
    'a parameter the operation does not have',
    () => toCall('directory.users.get', self, { path: { userKey: 'x' }, query: { pageSize: 1 } }),
  ],
  ['a missing part of the path', () => toCall('directory.users.get', self)],
  ['an empty part of the path', () => toCall('directory.users.get', self, { path: { userKey: '' } })],
])('treats %s as a bug', (_, make) => {
  expect(make).toThrow();
});

test.each(Object.keys(operations) as OperationId[])(
  '%s takes its path from Google’s description and asks for scopes by their full names',
  (id) => {
    const { path, root, scopes, method, effect, repeatable } = operations[id];
    expect(root).toMatch(/^https:\/\/[a-z0-9]+\.googleapis\.com\/$/);
    expect(path.startsWith('/')).toBe(false);
    for (const scope of scopes) expect(scope).toMatch(/^https:\/\/www\.googleapis\.com\/auth\/[a-z.-]+$/);
    if (effect === 'read') expect([method, repeatable]).toEqual(['GET', true]);
  },
);

test('creating contacts is never sent twice blindly (B3)', () => {
  expect(operations['people.people.batchCreateContacts'].repeatable).toBe(false);
  expect(operations['people.people.createContact'].repeatable).toBe(false);
});

test('gives the body of a success, and a problem for everything else', () => {
  const ask = () => call<{ id: string }>('directory.users.get', self, { path: { userKey: 'x' } });
  expect(feedTask(ask(), inOrder(success({ id: '1' }))).value).toEqual({ ok: true, value: { id: '1' } });
  expect(feedTask(ask(), inOrder(refusal(404, { message: 'Resource Not Found: userKey' }))).value).toMatchObject({
    ok: false,
    problem: { code: 'google.notFound' },
  });
  expect(feedTask(ask(), inOrder(success('<html>'))).value).toMatchObject({ ok: false, problem: { code: 'google.unavailable' } });
  expect(feedTask(ask(), inOrder(silence)).value).toMatchObject({ ok: false, problem: { code: 'google.unavailable' } });
});
