import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import type { UserPatch, UserRecord } from '../core/users/UserRecord';
import type { Subject, Task } from './Call';
import type { Api } from './directoryRecords';
import { call, remove } from './request';

/** The whole record. By id, so that a new address does not matter. `google.notFound` when there is none. */
export function* getUserRecord(as: Subject, userId: string): Task<Result<UserRecord>> {
  return yield* call<UserRecord>('directory.users.get', as, { path: { userKey: userId }, query: { projection: 'full' } });
}

/** Creates a user, and answers their id. `google.exists` when a user, a group or an alias has the address. */
export function* insertUser(as: Subject, record: UserRecord): Task<Result<string>> {
  const inserted = yield* call<Api>('directory.users.insert', as, { body: record });
  if (!inserted.ok) return inserted;
  const id = inserted.value['id'];
  return typeof id === 'string' ? ok(id) : fail(problem('google.unexpected', { operation: 'directory.users.insert' }));
}

/** Writes the properties that are there and keeps the others. Writing the same again changes nothing. */
export function* updateUser(as: Subject, userId: string, patch: UserPatch): Task<Result<void>> {
  const updated = yield* call<Api>('directory.users.update', as, { path: { userKey: userId }, body: patch });
  return updated.ok ? ok(undefined) : updated;
}

/**
 * The role (`MEMBER`, `MANAGER`, `OWNER`) of a direct member; undefined for who is none. `google.notFound` when the group is gone: the
 * text says which of the two was not found.
 */
export function* getMemberRole(as: Subject, groupId: string, userId: string): Task<Result<string | undefined>> {
  const path = { groupKey: groupId, memberKey: userId };
  const found = yield* call<Api>('directory.members.get', as, { path, query: { fields: 'role' } });
  if (found.ok) return ok(typeof found.value['role'] === 'string' ? found.value['role'] : 'MEMBER');
  const { code, data } = found.problem;
  return code === 'google.notFound' && /memberKey/.test(String(data['message'])) ? ok(undefined) : found;
}

/**
 * Who is a member already stays what they are. `user.otherRole` when they are not what they shall be, which says more than a member: Google
 * answers only that they are one (409).
 */
export function* addMember(as: Subject, groupId: string, userId: string, role = 'MEMBER'): Task<Result<void>> {
  const body = { id: userId, role };
  const added = yield* call<Api>('directory.members.insert', as, { path: { groupKey: groupId }, body });
  if (!added.ok && added.problem.code !== 'google.exists') return added;
  if (added.ok || role === 'MEMBER') return ok(undefined);
  const held = yield* getMemberRole(as, groupId, userId);
  if (!held.ok) return held;
  return held.value === role ? ok(undefined) : fail(problem('user.otherRole', { role }));
}

/** Who is no member, or of a group that is gone, needs no removal. */
export function* removeMember(as: Subject, groupId: string, userId: string): Task<Result<void>> {
  return yield* remove('directory.members.delete', as, { path: { groupKey: groupId, memberKey: userId } });
}
