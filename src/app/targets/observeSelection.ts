import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Domain } from '../../core/directory/Domain';
import type { GroupMember } from '../../core/directory/GoogleGroup';
import type { OrgUnit } from '../../core/directory/OrgUnit';
import type { TargetListings } from '../../core/directory/resolveTargets';
import type { TargetSelection } from '../../core/directory/TargetSelection';
import type { Subject, Task } from '../../google/Call';
import { getUser, listDomains, listMembers, listOrgUnits, listUsers, usersPage } from '../../google/directory';

const self: Subject = { kind: 'self' };
/** Up to this many users are looked up one by one; for more, a listing of all users (500 a page) costs fewer calls. */
const singleLookUps = 5;

/** How many calls `observeUsers` takes for so many users of an organization. */
export const lookUpsOfUsers = (users: number, everybody: number): number =>
  users > singleLookUps ? Math.max(1, Math.ceil(everybody / usersPage)) : users;

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

/** Every user of these domains and units, and these single ones. When there are many, one listing of everybody serves them all. */
function* observeAccounts(
  singles: ReadonlySet<string>,
  domainNames: readonly string[],
  paths: readonly string[],
): Task<Result<DirectoryUser[]>> {
  if (singles.size > singleLookUps || paths.includes('/')) return yield* listUsers(self);
  const users = new Map<string, DirectoryUser>();
  // Google's filter holds the units below too: a unit below another chosen one is listed already.
  const topPaths = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}/`)));
  for (const scope of [...domainNames.map((domain) => ({ domain })), ...topPaths.map((orgUnitPath) => ({ orgUnitPath }))]) {
    const listed = yield* listUsers(self, scope);
    if (!listed.ok) return listed;
    for (const user of listed.value) users.set(user.id, user);
  }
  const rest = yield* observeUsers([...singles].filter((userId) => !users.has(userId)));
  if (!rest.ok) return rest;
  for (const user of rest.value) users.set(user.id, user);
  return ok([...users.values()]);
}

/**
 * Reads what a selection needs and nothing else, so that a permission that is missing for other kinds does not matter: every
 * listing it gives back is complete for the selectors that need it. Domains are also listed when a group has a member who is
 * nobody's account here: they tell an outsider.
 */
export function* observeSelection(selection: TargetSelection): Task<Result<TargetListings>> {
  const { selectors } = selection;
  const orgUnits: Result<OrgUnit[]> = selectors.some(({ kind }) => kind === 'orgUnit') ? yield* listOrgUnits(self) : ok([]);
  if (!orgUnits.ok) return orgUnits;

  const members: Record<string, GroupMember[]> = {};
  const singles = new Set<string>();
  const paths = new Set<string>();
  const domainNames = new Set<string>();
  for (const selector of selectors) {
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
  const everyMember = Object.values(members).flat();
  for (const member of everyMember) if (member.type === 'USER' && member.id !== undefined) singles.add(member.id);

  const users = yield* observeAccounts(singles, [...domainNames], [...paths]);
  if (!users.ok) return users;
  const known = new Set(users.value.map((user) => user.id));
  const hasStrangers = everyMember.some(({ type, id }) => type !== 'CUSTOMER' && (type !== 'USER' || id === undefined || !known.has(id)));
  const domains: Result<Domain[]> = domainNames.size > 0 || hasStrangers ? yield* listDomains(self) : ok([]);
  if (!domains.ok) return domains;
  return ok({ users: users.value, members, orgUnits: orgUnits.value, domains: domains.value });
}
