import type { DirectoryUser } from '../core/directory/DirectoryUser';
import type { Domain } from '../core/directory/Domain';
import type { GoogleGroup, GroupMember } from '../core/directory/GoogleGroup';
import type { OrgUnit } from '../core/directory/OrgUnit';
import type { Result } from '../core/base/Result';
import type { Subject, Task } from './Call';
import { call } from './request';

/** Users of the organization, or of one domain, or below one organizational unit path. Complete or a problem. */
export function* listUsers(
  as: Subject,
  scope: { readonly domain?: string; readonly orgUnitPath?: string } = {},
): Task<Result<DirectoryUser[]>> {
  throw new Error(`being written ${scope.domain}`);
  yield* call('directory.users.list', as);
}

/** By id, primary address or alias. `google.notFound` when there is none. */
export function* getUser(as: Subject, userKey: string): Task<Result<DirectoryUser>> {
  throw new Error(`being written ${userKey}`);
  yield* call('directory.users.get', as);
}

/** The first users whose address or name starts with `text`; at most `limit`. Three calls. */
export function* searchUsers(as: Subject, text: string, limit: number): Task<Result<DirectoryUser[]>> {
  throw new Error(`being written ${text} ${limit}`);
  yield* call('directory.users.list', as);
}

/** All groups of the organization. */
export function* listGroups(as: Subject): Task<Result<GoogleGroup[]>> {
  throw new Error(`being written`);
  yield* call('directory.groups.list', as);
}

/** By id, address or alias. `google.notFound` when there is none. */
export function* getGroup(as: Subject, groupKey: string): Task<Result<GoogleGroup>> {
  throw new Error(`being written ${groupKey}`);
  yield* call('directory.groups.get', as);
}

/** The first groups whose address or name starts with `text`; at most `limit`. Two calls. */
export function* searchGroups(as: Subject, text: string, limit: number): Task<Result<GoogleGroup[]>> {
  throw new Error(`being written ${text} ${limit}`);
  yield* call('directory.groups.list', as);
}

/** Members, those of nested groups included. */
export function* listMembers(as: Subject, groupKey: string): Task<Result<GroupMember[]>> {
  throw new Error(`being written ${groupKey}`);
  yield* call('directory.members.list', as);
}

/** All organizational units, the root included. */
export function* listOrgUnits(as: Subject): Task<Result<OrgUnit[]>> {
  throw new Error('being written');
  yield* call('directory.orgunits.list', as);
}

export function* listDomains(as: Subject): Task<Result<Domain[]>> {
  throw new Error('being written');
  yield* call('directory.domains.list', as);
}
