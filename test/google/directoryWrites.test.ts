import { addMember, getMemberRole, getUserRecord, removeMember, updateUser } from '../../src/google/directoryWrites';
import { feedTask, inOrder, refusal, silence, success } from '../support/feedTask';

const self = { kind: 'self' } as const;
const missing = (key: string) => refusal(404, { message: `Resource Not Found: ${key}` });

test('reads the whole record of a user (S61)', () => {
  const { calls, value } = feedTask(getUserRecord(self, '7'), inOrder(success({ id: '7', suspended: true, phones: [{ value: '1' }] })));
  expect(calls[0]).toMatchObject({ method: 'GET', parameters: { userKey: '7', projection: 'full' } });
  expect(value).toEqual({ ok: true, value: { id: '7', suspended: true, phones: [{ value: '1' }] } });
});

test('sends what changes and nothing else (S61)', () => {
  const { calls, value } = feedTask(updateUser(self, '7', { suspended: true, phones: null }), inOrder(success({ id: '7' })));
  expect(calls[0]).toMatchObject({ method: 'PUT', body: { suspended: true, phones: null }, repeatable: true });
  expect(value.ok).toBe(true);
});

test.each([
  ['an owner', success({ role: 'OWNER' }), { ok: true, value: 'OWNER' }],
  ['no member', missing('memberKey'), { ok: true, value: undefined }],
  ['a group that is gone', missing('groupKey'), { ok: false, problem: { code: 'google.notFound' } }],
])('tells %s (S61)', (_, answer, expected) => {
  expect(feedTask(getMemberRole(self, 'g', '7'), inOrder(answer)).value).toMatchObject(expected);
});

test.each([
  ['a new member', success({}), true],
  ['a member already', refusal(409, { message: 'Member already exists.' }), true],
  ['a group that is gone', missing('groupKey'), false],
  ['a closed group', refusal(403, { message: 'Not Authorized to access this resource/api' }), false],
])('adding %s (S61)', (_, answer, done) => {
  const { calls, value } = feedTask(addMember(self, 'g', '7'), inOrder(answer));
  expect(calls[0]).toMatchObject({ method: 'POST', body: { id: '7', role: 'MEMBER' } });
  expect(value.ok).toBe(done);
});

test.each([
  ['are it already', 'OWNER', true],
  ['are a plain member', 'MEMBER', false],
])('whom Google calls a member already and who shall be an owner: they %s (I26)', (_, role, done) => {
  const exists = refusal(409, { message: 'Member already exists.' });
  const { value } = feedTask(addMember(self, 'g', '7', 'OWNER'), inOrder(exists, success({ role })));
  expect(value.ok ? true : value.problem.code).toBe(done || 'user.otherRole');
});

test.each([
  ['a member', { kind: 'answered', status: 204, body: '' } as const, undefined],
  ['who is none', missing('memberKey'), undefined],
  ['of a group that is gone', missing('groupKey'), undefined],
  ['of a closed group', refusal(403, { message: 'Not Authorized' }), 'google.changeForbidden'],
  ['without an answer, which may be asked again', silence, 'google.unavailable'],
])('removing %s (S61)', (_, answer, code) => {
  const { value } = feedTask(removeMember(self, 'g', '7'), inOrder(answer));
  expect(value.ok ? undefined : value.problem.code).toBe(code);
});
