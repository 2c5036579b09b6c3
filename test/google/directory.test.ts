import {
  getUser,
  listDirectMembers,
  listDomains,
  listGroups,
  listGroupsOf,
  listMembers,
  listOrgUnits,
  listUserRecords,
  listUsers,
  searchGroups,
  searchUsers,
} from '../../src/google/directory';
import { feedTask, inOrder, refusal, success } from '../support/feedTask';

const self = { kind: 'self' } as const;
const apiUser = {
  id: '1',
  primaryEmail: 'ann@example.com',
  name: { fullName: 'Ann Lee' },
  orgUnitPath: '/Sales',
  suspended: true,
  aliases: ['a@example.com'],
  isAdmin: true,
};
const ann = {
  id: '1',
  primaryEmail: 'ann@example.com',
  aliases: ['a@example.com'],
  fullName: 'Ann Lee',
  orgUnitPath: '/Sales',
  suspended: true,
  archived: false,
  isAdmin: true,
  isDelegatedAdmin: false,
};

test('lists all users, page by page, 500 at a time', () => {
  const { value, calls } = feedTask(
    listUsers(self),
    inOrder(success({ users: [apiUser], nextPageToken: 'p2' }), success({ users: [{ id: '2', primaryEmail: 'bob@example.com' }] })),
  );
  expect(value).toMatchObject({ ok: true, value: [ann, { id: '2', fullName: '', orgUnitPath: '/', suspended: false }] });
  expect(calls.map((call) => [call.parameters['customer'], call.parameters['maxResults'], call.parameters['pageToken']])).toEqual([
    ['my_customer', 500, undefined],
    ['my_customer', 500, 'p2'],
  ]);
});

test.each([
  [{}, { customer: 'my_customer', domain: undefined, query: undefined }],
  [{ domain: 'example.org' }, { customer: undefined, domain: 'example.org', query: undefined }],
  [{ orgUnitPath: '/' }, { customer: 'my_customer', query: undefined }],
  [{ orgUnitPath: "/R&D's \\ lab" }, { customer: 'my_customer', query: "orgUnitPath='/R&D\\'s \\\\ lab'" }],
])('lists the users of %p (S1)', (scope, expected) => {
  const { calls } = feedTask(listUsers(self, scope), inOrder(success({})));
  expect({
    customer: calls[0]?.parameters['customer'],
    domain: calls[0]?.parameters['domain'],
    query: calls[0]?.parameters['query'],
  }).toEqual({ domain: undefined, ...expected });
});

test.each([
  ['ann', ['email:ann*', 'givenName:ann*', 'familyName:ann*']],
  [' Ann Lee ', ['givenName:Ann* familyName:Lee*']],
  ["o'n*:", ['givenName:o* familyName:n*']],
  ['  ', []],
  ["*'", []],
])('searches users as one types %p (S10)', (text, queries) => {
  const { calls, value } = feedTask(searchUsers(self, text, 20), () => success({ users: [apiUser] }));
  expect(calls.map((call) => call.parameters['query'])).toEqual(queries);
  expect(value.ok && value.value.length).toBe(queries.length === 0 ? 0 : 1);
});

test('searches groups by address and name, and keeps to the limit (S10)', () => {
  const groups = [1, 2, 3].map((id) => ({ id: String(id), email: `g${id}@example.com`, name: `G${id}`, directMembersCount: '12' }));
  const { calls, value } = feedTask(searchGroups(self, 'g', 2), () => success({ groups, nextPageToken: 'more' }));
  expect(calls.map((call) => call.parameters['query'])).toEqual(['email:g*', 'name:g*']);
  expect(value).toEqual({
    ok: true,
    value: [1, 2].map((id) => ({ id: String(id), email: `g${id}@example.com`, aliases: [], name: `G${id}`, directMembersCount: 12 })),
  });
});

test('lists the members of a group with those of nested groups (S1)', () => {
  const members = [
    { id: '1', email: 'ann@example.com', type: 'USER', role: 'MEMBER' },
    { type: 'CUSTOMER', id: 'C1' },
    { id: 'g', email: 'g@example.com', type: 'GROUP' },
  ];
  const { value, calls } = feedTask(listMembers(self, 'g1'), inOrder(success({ members })));
  expect(value).toEqual({
    ok: true,
    value: [
      { id: '1', email: 'ann@example.com', type: 'USER' },
      { id: 'C1', type: 'CUSTOMER' },
      { id: 'g', email: 'g@example.com', type: 'GROUP' },
    ],
  });
  expect(calls[0]?.url).toContain('/groups/g1/members?includeDerivedMembership=true&maxResults=200');
});

test('lists who is in a group themself with their role, and the groups that a user is in (I26)', () => {
  const members = [{ id: '1', role: 'OWNER' }, { type: 'CUSTOMER' }, { id: '2' }];
  const listed = feedTask(listDirectMembers(self, 'g1'), inOrder(success({ members })));
  expect(listed.value).toEqual({
    ok: true,
    value: [
      ['1', 'OWNER'],
      ['2', 'MEMBER'],
    ],
  });
  expect(listed.calls[0]!.parameters).not.toHaveProperty('includeDerivedMembership');
  const { calls } = feedTask(listGroupsOf(self, '7'), inOrder(success({})));
  expect(calls[0]!.parameters).toMatchObject({ userKey: '7', maxResults: 200 });
  expect(calls[0]!.parameters).not.toHaveProperty('customer');
});

test('lists everybody’s records, 500 in a page, with what is asked for and no more', () => {
  const { calls } = feedTask(listUserRecords(self, ['id', 'phones']), inOrder(success({})));
  expect(calls[0]!.parameters).toMatchObject({ maxResults: 500, projection: 'full', fields: 'nextPageToken,users(id,phones)' });
});

test('lists groups, organizational units and domains of the organization', () => {
  expect(feedTask(listGroups(self), inOrder(success({}))).value).toEqual({ ok: true, value: [] });
  const units = feedTask(
    listOrgUnits(self),
    inOrder(success({ organizationUnits: [{ orgUnitId: 'id:1', orgUnitPath: '/', name: 'Example' }] })),
  );
  expect(units.value).toEqual({ ok: true, value: [{ orgUnitId: 'id:1', orgUnitPath: '/', name: 'Example' }] });
  expect(units.calls[0]?.url).toBe('https://admin.googleapis.com/admin/directory/v1/customer/my_customer/orgunits?type=allIncludingParent');
  const domains = feedTask(
    listDomains(self),
    inOrder(success({ domains: [{ domainName: 'example.com', isPrimary: true, verified: true }] })),
  );
  expect(domains.value).toEqual({ ok: true, value: [{ domainName: 'example.com', aliases: [], isPrimary: true, verified: true }] });
});

test('finds one user by any key, or says that there is none', () => {
  expect(feedTask(getUser(self, 'ann@example.com'), inOrder(success(apiUser))).value).toEqual({ ok: true, value: ann });
  expect(feedTask(getUser(self, 'x'), inOrder(refusal(404, { message: 'Resource Not Found: userKey' }))).value).toMatchObject({
    ok: false,
    problem: { code: 'google.notFound' },
  });
});
