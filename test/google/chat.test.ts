import { addToSpace, getSpace, getSpaceRole, listSpaceMembers, listSpaces, removeFromSpace, searchSpaces } from '../../src/google/chat';
import { classOf } from '../../src/google/classOf';
import { translate } from '../../src/google/errors';
import type { OperationId } from '../../src/google/operations';
import { feedTask, inOrder, refusal, silence, success } from '../support/feedTask';

const self = { kind: 'self' } as const;
const gone = refusal(404, { status: 'NOT_FOUND', message: 'Requested entity was not found.' });
const noApp = refusal(404, {
  status: 'NOT_FOUND',
  message: 'Google Chat app not found. To create a Chat app, you must turn on the Chat API.',
});

describe('Chat, with the rights of an administrator (S61)', () => {
  it('finds named spaces of the organization by words of their title', () => {
    const space = { name: 'spaces/A', displayName: 'Team', externalUserAllowed: true, membershipCount: { joinedDirectHumanUserCount: 3 } };
    const { calls, value } = feedTask(
      searchSpaces(self, ' te"am\\ ', 2),
      inOrder(
        success({ spaces: [space], nextPageToken: 'x' }),
        success({ spaces: [{ name: 'spaces/B' }, { name: 'spaces/C' }], nextPageToken: 'y' }),
      ),
    );
    expect(calls.map(({ parameters }) => parameters)).toMatchObject([
      { useAdminAccess: true, query: 'customer = "customers/my_customer" AND space_type = "SPACE" AND display_name:"te am"' },
      { pageToken: 'x' },
    ]);
    expect(value).toEqual({
      ok: true,
      value: [
        { space: 'spaces/A', title: 'Team', members: 3, isOpen: true },
        { space: 'spaces/B', title: '', members: 0, isOpen: false },
      ],
    });
  });

  it('asks nothing for words without a letter', () => {
    expect(feedTask(searchSpaces(self, ' "" ', 5), inOrder())).toEqual({ calls: [], value: { ok: true, value: [] } });
  });

  it('lists all named spaces of the organization', () => {
    const { calls } = feedTask(listSpaces(self), inOrder(success({})));
    expect(calls[0]!.parameters).toMatchObject({ pageSize: 1000, query: 'customer = "customers/my_customer" AND space_type = "SPACE"' });
  });

  it('lists people by their Directory id, whole or not at all', () => {
    const page = (id: string, nextPageToken?: string) => success({ memberships: [{ member: { name: `users/${id}` } }, {}], nextPageToken });
    const listed = feedTask(listSpaceMembers(self, 'spaces/A'), inOrder(page('1', 'x'), page('2')));
    expect(listed.calls[0]).toMatchObject({ parameters: { parent: 'spaces/A', showInvited: true, filter: 'member.type = "HUMAN"' } });
    expect(listed.calls[0]!.url).toContain('/v1/spaces/A/members?');
    expect(listed.value).toEqual({ ok: true, value: ['1', '2'] });
    expect(feedTask(listSpaceMembers(self, 'spaces/A'), inOrder(page('1', 'x'), gone)).value.ok).toBe(false);
  });

  it.each([
    ['a new member', success({}), true],
    ['a member already, by 409', refusal(409, { status: 'ALREADY_EXISTS', message: 'Requested entity already exists' }), true],
    ['a space that is gone', gone, false],
    ['whom Chat is off for', refusal(400, { status: 'FAILED_PRECONDITION', message: 'Precondition check failed.' }), false],
  ])('adding %s', (_, answer, done) => {
    const { calls, value } = feedTask(addToSpace(self, 'spaces/A', '7'), inOrder(answer));
    expect(calls[0]).toMatchObject({ method: 'POST', body: { member: { name: 'users/7', type: 'HUMAN' } }, repeatable: true });
    expect(value.ok).toBe(done);
  });

  it.each([
    ['a member', success({ state: 'NOT_A_MEMBER' }), true],
    ['who is none', gone, true],
    ['without a Chat app', noApp, false],
  ])('removing %s', (_, answer, done) => {
    const { calls, value } = feedTask(removeFromSpace(self, 'spaces/A', '7'), inOrder(answer));
    expect(calls[0]).toMatchObject({ method: 'DELETE', parameters: { name: 'spaces/A/members/7', useAdminAccess: true } });
    expect(value.ok).toBe(done);
  });

  it('tells the role of a member, and who is none', () => {
    expect(feedTask(getSpaceRole(self, 'spaces/A', '7'), inOrder(success({ role: 'ROLE_MANAGER' }))).value).toEqual({
      ok: true,
      value: 'ROLE_MANAGER',
    });
    expect(feedTask(getSpaceRole(self, 'spaces/A', '7'), inOrder(gone)).value).toEqual({ ok: true, value: undefined });
    expect(feedTask(getSpace(self, 'spaces/A'), inOrder(gone)).value).toMatchObject({ ok: false, problem: { code: 'google.notFound' } });
  });
});

const [LIST, CREATE] = ['chat.spaces.members.list', 'chat.spaces.members.create'] as const;
const perMinute =
  "Quota exceeded for quota metric 'Membership writes' and limit 'Membership writes per minute' of service 'chat.googleapis.com'";

test.each<[string, OperationId, Parameters<typeof translate>[0], string, string]>([
  ['no Chat app in the Cloud project', LIST, noApp, 'chatAppMissing', 'setup'],
  [
    'no right to manage spaces',
    LIST,
    refusal(403, { status: 'PERMISSION_DENIED', message: 'The caller does not have permission' }),
    'chatNotAuthorized',
    'setup',
  ],
  [
    'somebody who may not be added',
    CREATE,
    refusal(403, { status: 'PERMISSION_DENIED', message: 'The caller does not have permission' }),
    'changeForbidden',
    'request',
  ],
  [
    'Chat is off, or the space is full',
    CREATE,
    refusal(400, { status: 'FAILED_PRECONDITION', message: 'Precondition check failed.' }),
    'notAddedToSpace',
    'target',
  ],
  ['the minute of the project', CREATE, refusal(429, { status: 'RESOURCE_EXHAUSTED', message: perMinute }), 'minuteQuota', 'minuteQuota'],
  [
    'the second of a space',
    CREATE,
    refusal(429, { status: 'RESOURCE_EXHAUSTED', message: 'Resource has been exhausted (e.g. check quota).' }),
    'rateLimited',
    'transient',
  ],
  ['no answer, which may be asked again', CREATE, silence, 'unavailable', 'transient'],
  [
    'the API is off',
    LIST,
    refusal(403, { status: 'PERMISSION_DENIED', message: 'Google Chat API has not been used in project 1 before or it is disabled.' }),
    'apiNotEnabled',
    'setup',
  ],
])('%s', (_, operation, answer, code, kind) => {
  const found = translate(answer, operation);
  expect([found.code, classOf(found)]).toEqual([`google.${code}`, kind]);
});
