import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { GroupMember } from '../../core/directory/GoogleGroup';
import type { TargetListings } from '../../core/directory/resolveTargets';
import type { TargetSelection } from '../../core/directory/TargetSelection';
import type { Subject, Task } from '../../google/Call';
import { getUser, listDomains, listMembers, listOrgUnits, listUsers } from '../../google/directory';

const self: Subject = { kind: 'self' };
/** Up to this many users are looked up one by one; for more, a listing of all users (500 a page) costs fewer calls. */
const singleLookUps = 5;

/** Users by id. The unknown ones are left out; whether they are gone is for the caller to say. */
export function* observeUsers(userIds: readonly string[]): Task<Result<DirectoryUser[]>> {
  if (userIds.length > singleLookUps) {
    const all = yield* listUsers(self);
    if (!all.ok) return all;
    const wanted = new Set(userIds);
    return ok(all.value.filter((user) => wanted.has(user.id)));
  }
  const users: DirectoryUser[] = [];
  for (const userId of userIds) {
    const user = yield* getUser(self, userId);
    if (user.ok) users.push(user.value);
    else if (user.problem.code !== 'google.notFound') return user;
  }
  return ok(users);
}

/**
 * Reads what a selection needs: every listing it gives back is complete. Organizational units and domains are listed by
 * Google's filter; when a group or many single users are chosen besides, one listing of everybody serves them all.
 */
export function* observeSelection(selection: TargetSelection): Task<Result<TargetListings>> {
  const domains = yield* listDomains(self);
  if (!domains.ok) return domains;
  const orgUnits = yield* listOrgUnits(self);
  if (!orgUnits.ok) return orgUnits;

  const members: Record<string, GroupMember[]> = {};
  const singles = new Set<string>();
  const paths = new Set<string>();
  const domainNames = new Set<string>();
  for (const selector of selection.selectors) {
    if (selector.kind === 'user') singles.add(selector.userId);
    if (selector.kind === 'domain') domainNames.add(selector.domainName);
    if (selector.kind === 'orgUnit') {
      const unit = orgUnits.value.find((one) => one.orgUnitId === selector.orgUnitId);
      if (unit !== undefined) paths.add(unit.orgUnitPath);
    }
    if (selector.kind === 'group' && members[selector.groupId] === undefined) {
      const listed = yield* listMembers(self, selector.groupId);
      if (listed.ok) members[selector.groupId] = listed.value;
      else if (listed.problem.code !== 'google.notFound') return listed;
    }
  }
  for (const listed of Object.values(members)) {
    for (const member of listed) if (member.type === 'USER' && member.id !== undefined) singles.add(member.id);
  }

  const listings = { members, orgUnits: orgUnits.value, domains: domains.value };
  if (singles.size > singleLookUps || paths.has('/')) {
    const everybody = yield* listUsers(self);
    return everybody.ok ? ok({ ...listings, users: everybody.value }) : everybody;
  }
  const users = new Map<string, DirectoryUser>();
  // Google's filter holds the units below too: a unit below another chosen one is listed already.
  const topPaths = [...paths].filter((path) => ![...paths].some((other) => path.startsWith(`${other}/`)));
  for (const scope of [...[...domainNames].map((domain) => ({ domain })), ...topPaths.map((orgUnitPath) => ({ orgUnitPath }))]) {
    const listed = yield* listUsers(self, scope);
    if (!listed.ok) return listed;
    for (const user of listed.value) users.set(user.id, user);
  }
  const rest = yield* observeUsers([...singles].filter((userId) => !users.has(userId)));
  if (!rest.ok) return rest;
  for (const user of rest.value) users.set(user.id, user);
  return ok({ ...listings, users: [...users.values()] });
}
