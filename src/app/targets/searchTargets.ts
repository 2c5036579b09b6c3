import type { Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { Domain } from '../../core/directory/Domain';
import { lookAlikes } from '../../core/directory/lookAlikes';
import type { GoogleGroup } from '../../core/directory/GoogleGroup';
import type { OrgUnit } from '../../core/directory/OrgUnit';
import type { TargetSelector } from '../../core/directory/TargetSelection';
import { listDomains, listOrgUnits, searchGroups, searchUsers } from '../../google/directory';
import type { Subject, Task } from '../../google/Call';
import type { Environment } from '../Environment';
import type { SearchKind } from './SearchKind';
import { cacheSeconds, getCached, putCached } from '../records/cacheText';

export interface FoundTarget {
  readonly selector: TargetSelector;
  /** What tells it from another one: a name, a path, a member count. */
  readonly detail: string;
  /** Of a user. */
  readonly fullName?: string;
}

export interface TargetSearch {
  readonly text: string;
  readonly kind: SearchKind;
  readonly found: readonly FoundTarget[];
  /** There are more matches than were read. */
  readonly more: boolean;
  /** Kinds that could not be searched, though others could. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly kind: Exclude<SearchKind, 'all'>;
  readonly problem: Problem;
}

/** Matches read per kind. */
const limit = 100;
const self: Subject = { kind: 'self' };

/** S16: who looks like somebody else that was found is pointed out before one of them is chosen. */
const fromUsers = (users: readonly DirectoryUser[]): FoundTarget[] => {
  const similar = lookAlikes(users);
  return users.map((user) => {
    const other = similar.get(user.id);
    return {
      selector: { kind: 'user', userId: user.id, label: user.primaryEmail },
      fullName: user.fullName,
      detail: `${user.fullName}, ${user.orgUnitPath}${user.suspended ? ', suspended' : ''}${other === undefined ? '' : `, looks like ${other}`}`,
    };
  });
};
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

interface Found {
  readonly found: readonly FoundTarget[];
  readonly more?: boolean;
}

const looks: Readonly<Record<Exclude<SearchKind, 'all'>, (env: Environment, typed: string) => Result<Found>>> = {
  user: (env, typed) => {
    const users = typed === '' ? ok([]) : env.asSelf(searchUsers(self, typed, limit), { calls: 6 });
    return users.ok ? ok({ found: fromUsers(users.value), more: users.value.length >= limit }) : users;
  },
  group: (env, typed) => {
    const groups = typed === '' ? ok([]) : env.asSelf(searchGroups(self, typed, limit), { calls: 4 });
    return groups.ok ? ok({ found: groups.value.map(fromGroup), more: groups.value.length >= limit }) : groups;
  },
  orgUnit: (env, typed) => {
    const units = cachedOrgUnits(env);
    return units.ok
      ? ok({ found: units.value.filter((unit) => pathMatches(unit.orgUnitPath, typed.toLowerCase())).map(fromOrgUnit) })
      : units;
  },
  domain: (env, typed) => {
    const domains = cachedDomains(env);
    const start = typed.toLowerCase().replace(/^@/, '');
    return domains.ok
      ? ok({ found: domains.value.filter((domain) => domain.domainName.toLowerCase().startsWith(start)).map(fromDomain) })
      : domains;
  },
};

const everyKind = ['user', 'group', 'orgUnit', 'domain'] as const;

/**
 * S10: what starts with the text, of the kinds asked for, as the signed-in person may see it. In "everything" a kind that Google
 * refuses is left out and named; only when all are refused the search fails.
 */
export const findTargets = (env: Environment, query: { readonly text: string; readonly kind: SearchKind }): Result<TargetSearch> => {
  const text = query.text.trim();
  const kinds = query.kind === 'all' ? (text === '' ? [] : everyKind) : [query.kind];
  const found: FoundTarget[] = [];
  const leftOut: LeftOut[] = [];
  let more = false;
  for (const kind of kinds) {
    const looked = looks[kind](env, text);
    if (!looked.ok) leftOut.push({ kind, problem: looked.problem });
    else {
      found.push(...looked.value.found);
      more = more || looked.value.more === true;
    }
  }
  const [refused] = leftOut;
  if (refused !== undefined && leftOut.length === kinds.length) return fail(refused.problem);
  return ok({ text, kind: query.kind, found, more, leftOut });
};

/** Keeps results for the person who looks at them. */
export const keepSearch = (env: Environment, search: TargetSearch): void => putCached(env, 'search', JSON.stringify(search));

/** The same for the signed-in person, and kept. */
export const searchTargets = (env: Environment, query: { readonly text: string; readonly kind: SearchKind }): Result<TargetSearch> => {
  const search = findTargets(env, query);
  if (search.ok) keepSearch(env, search.value);
  return search;
};

/** The results the person looks at; undefined when the cache forgot them, or they were added and closed. */
export const keptSearch = (env: Environment, query: { readonly text: string; readonly kind: SearchKind }): TargetSearch | undefined => {
  const kept = getCached(env, 'search');
  const search = kept === undefined ? undefined : (JSON.parse(kept) as TargetSearch);
  return search?.text === query.text.trim() && search.kind === query.kind ? search : undefined;
};

/** The same; searched again when the cache forgot them. */
export const lastSearch = (env: Environment, query: { readonly text: string; readonly kind: SearchKind }): Result<TargetSearch> => {
  const kept = keptSearch(env, query);
  return kept === undefined ? searchTargets(env, query) : ok(kept);
};

/** Closes the results: what was found has been added. */
export const forgetSearch = (env: Environment): void => env.cache.put('search', '0', cacheSeconds);

/** S10: suggestions while a person types; failures give none, they would interrupt the typing. */
export const suggestTargets = (env: Environment, query: { readonly text: string; readonly kind: SearchKind }): string[] => {
  if (query.text.trim() === '') return [];
  const search = searchTargets(env, query);
  return search.ok ? search.value.found.slice(0, 20).map((one) => one.selector.label) : [];
};
