import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Domain } from '../../core/directory/Domain';
import type { GoogleGroup } from '../../core/directory/GoogleGroup';
import type { OrgUnit } from '../../core/directory/OrgUnit';
import type { TargetSelector } from '../../core/directory/TargetSelection';
import { listDomains, listOrgUnits, searchGroups, searchUsers } from '../../google/directory';
import type { Subject, Task } from '../../google/Call';
import type { Environment } from '../Environment';
import { getCached, putCached } from '../records/cacheText';

export type SearchKind = 'all' | 'user' | 'group' | 'orgUnit' | 'domain';
export const searchKinds: readonly SearchKind[] = ['all', 'user', 'group', 'orgUnit', 'domain'];

export interface FoundTarget {
  readonly selector: TargetSelector;
  /** What tells it from another one: a name, a path, a member count. */
  readonly detail: string;
}

export interface TargetSearch {
  readonly text: string;
  readonly kind: SearchKind;
  readonly found: readonly FoundTarget[];
  /** There are more matches than were read. */
  readonly more: boolean;
}

/** Matches read per kind. */
const limit = 100;
const self: Subject = { kind: 'self' };

const fromUser = (user: DirectoryUser): FoundTarget => ({
  selector: { kind: 'user', userId: user.id, label: user.primaryEmail },
  detail: `${user.fullName}, ${user.orgUnitPath}${user.suspended ? ', suspended' : ''}`,
});
const fromGroup = (group: GoogleGroup): FoundTarget => ({
  selector: { kind: 'group', groupId: group.id, label: group.email },
  detail: `${group.name}, ${group.directMembersCount} direct members`,
});
const fromOrgUnit = (unit: OrgUnit): FoundTarget => ({
  selector: { kind: 'orgUnit', orgUnitId: unit.orgUnitId, includeChildren: true, label: unit.orgUnitPath },
  detail: unit.orgUnitPath === '/' ? 'the whole organization' : unit.name,
});
const fromDomain = (domain: Domain): FoundTarget => ({
  selector: { kind: 'domain', domainName: domain.domainName, label: domain.domainName },
  detail: domain.isPrimary ? 'primary domain' : domain.verified ? 'secondary domain' : 'not verified',
});

/** A short list that rarely changes, read once per ten minutes and person. */
const cachedList = <T>(env: Environment, key: string, task: Task<Result<T[]>>): Result<T[]> => {
  const kept = getCached(env, key);
  if (kept !== undefined) return ok(JSON.parse(kept) as T[]);
  const listed = env.asSelf(task, { calls: 5 });
  if (listed.ok) putCached(env, key, JSON.stringify(listed.value));
  return listed;
};

export const cachedOrgUnits = (env: Environment): Result<OrgUnit[]> => cachedList(env, 'orgUnits', listOrgUnits(self));
export const cachedDomains = (env: Environment): Result<Domain[]> => cachedList(env, 'domains', listDomains(self));

/** A path matches by its beginning or by the beginning of any of its parts. */
const pathMatches = (path: string, text: string): boolean =>
  path.toLowerCase().startsWith(text) ||
  path
    .toLowerCase()
    .split('/')
    .some((part) => part !== '' && part.startsWith(text));

/** S10: what starts with the text, of the kinds asked for, as the signed-in person may see it. */
export const searchTargets = (env: Environment, query: { readonly text: string; readonly kind: SearchKind }): Result<TargetSearch> => {
  const typed = query.text.trim();
  const text = typed.toLowerCase();
  const wants = (kind: SearchKind): boolean => query.kind === 'all' || query.kind === kind;
  const found: FoundTarget[] = [];
  let more = false;
  if (text !== '' && wants('user')) {
    const users = env.asSelf(searchUsers(self, typed, limit), { calls: 6 });
    if (!users.ok) return users;
    more = more || users.value.length >= limit;
    found.push(...users.value.map(fromUser));
  }
  if (text !== '' && wants('group')) {
    const groups = env.asSelf(searchGroups(self, typed, limit), { calls: 4 });
    if (!groups.ok) return groups;
    more = more || groups.value.length >= limit;
    found.push(...groups.value.map(fromGroup));
  }
  if (wants('orgUnit') && (text !== '' || query.kind === 'orgUnit')) {
    const units = cachedOrgUnits(env);
    if (!units.ok) return units;
    found.push(...units.value.filter((unit) => pathMatches(unit.orgUnitPath, text)).map(fromOrgUnit));
  }
  if (wants('domain') && (text !== '' || query.kind === 'domain')) {
    const domains = cachedDomains(env);
    if (!domains.ok) return domains;
    found.push(...domains.value.filter((domain) => domain.domainName.toLowerCase().startsWith(text.replace(/^@/, ''))).map(fromDomain));
  }
  const search: TargetSearch = { text: typed, kind: query.kind, found, more };
  putCached(env, 'search', JSON.stringify(search));
  return ok(search);
};

/** The results the person looks at; searched again when the cache forgot them. */
export const lastSearch = (env: Environment, query: { readonly text: string; readonly kind: SearchKind }): Result<TargetSearch> => {
  const kept = getCached(env, 'search');
  if (kept !== undefined) {
    const search = JSON.parse(kept) as TargetSearch;
    if (search.text === query.text.trim() && search.kind === query.kind) return ok(search);
  }
  return searchTargets(env, query);
};

/** S10: suggestions while a person types; failures give none, they would interrupt the typing. */
export const suggestTargets = (env: Environment, query: { readonly text: string; readonly kind: SearchKind }): string[] => {
  if (query.text.trim() === '') return [];
  const search = searchTargets(env, query);
  return search.ok ? search.value.found.slice(0, 20).map((one) => one.selector.label) : [];
};
