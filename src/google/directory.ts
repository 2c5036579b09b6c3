import { ok, type Result } from '../core/base/Result';
import type { DirectoryUser } from '../core/directory/DirectoryUser';
import type { Domain } from '../core/directory/Domain';
import type { GoogleGroup, GroupMember } from '../core/directory/GoogleGroup';
import type { OrgUnit } from '../core/directory/OrgUnit';
import type { UserRecord } from '../core/users/UserRecord';
import type { Subject, Task } from './Call';
import { directoryUser, domain, googleGroup, groupMember, orgUnit, type Api } from './directoryRecords';
import { pages } from './pages';
import { call } from './request';

/** The organization of whoever calls. */
const CUSTOMER = 'my_customer';

/** Largest pages: https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list and …/groups/list, …/members/list */
export const usersPage = 500;
const GROUPS_PAGE = 200;
const MEMBERS_PAGE = 200;

const USER_FIELDS = 'id,primaryEmail,aliases,nonEditableAliases,name/fullName,orgUnitPath,suspended,archived,isAdmin,isDelegatedAdmin';
const GROUP_FIELDS = 'id,email,aliases,nonEditableAliases,name,directMembersCount';

/** Users of the organization, of one domain, or in and below one organizational unit. Complete or a problem. */
export const listUsers = (
  as: Subject,
  scope: { readonly domain?: string; readonly orgUnitPath?: string } = {},
): Task<Result<DirectoryUser[]>> =>
  pages<Api, DirectoryUser>('directory.users.list', as, {
    request: {
      query: {
        ...(scope.domain === undefined ? { customer: CUSTOMER } : { domain: scope.domain }),
        maxResults: usersPage,
        // The root is everybody; asked for by path it may leave people out.
        query: scope.orgUnitPath === undefined || scope.orgUnitPath === '/' ? undefined : `orgUnitPath='${quoted(scope.orgUnitPath)}'`,
        fields: `nextPageToken,users(${USER_FIELDS})`,
      },
    },
    items: 'users',
    reduce: directoryUser,
  });

/**
 * A user as everybody in the organization may see them (viewType domain_public,
 * https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/get); `google.notFound` for who is hidden there. What
 * is not shown stands as if there were none of it.
 */
export function* getListedUser(as: Subject, userKey: string): Task<Result<DirectoryUser>> {
  const query = { viewType: 'domain_public', fields: 'id,primaryEmail,name/fullName' };
  const found = yield* call<Api>('directory.users.get', as, { path: { userKey }, query });
  return found.ok ? ok(directoryUser(found.value)) : found;
}

/** All super administrators: https://developers.google.com/workspace/admin/directory/v1/guides/search-users */
export const listAdministrators = (as: Subject): Task<Result<DirectoryUser[]>> =>
  pages<Api, DirectoryUser>('directory.users.list', as, {
    request: {
      query: { customer: CUSTOMER, maxResults: usersPage, query: 'isAdmin=true', fields: `nextPageToken,users(${USER_FIELDS})` },
    },
    items: 'users',
    reduce: directoryUser,
  });

/** Everybody in the organization with these properties of their record, by default all. Complete or a problem. */
export const listUserRecords = (as: Subject, properties: readonly string[] = []): Task<Result<UserRecord[]>> =>
  pages<Api, UserRecord>('directory.users.list', as, {
    request: {
      query: {
        customer: CUSTOMER,
        maxResults: usersPage,
        projection: 'full',
        fields: properties.length === 0 ? undefined : `nextPageToken,users(${properties.join(',')})`,
      },
    },
    items: 'users',
    reduce: (user) => user,
  });

/** By id, primary address or alias. `google.notFound` when there is none. */
export function* getUser(as: Subject, userKey: string): Task<Result<DirectoryUser>> {
  const found = yield* call<Api>('directory.users.get', as, { path: { userKey }, query: { fields: USER_FIELDS } });
  return found.ok ? ok(directoryUser(found.value)) : found;
}

/**
 * The first users whose address or name starts with `text`, or given and family name with its two words; at most `limit`.
 * Up to three calls: Google's search has no "or".
 */
export const searchUsers = (as: Subject, text: string, limit: number): Task<Result<DirectoryUser[]>> =>
  search(userQueries(words(text)), limit, (query) =>
    pages<Api, DirectoryUser>('directory.users.list', as, {
      request: { query: { customer: CUSTOMER, maxResults: limit, query, orderBy: 'email', fields: `users(${USER_FIELDS})` } },
      items: 'users',
      reduce: directoryUser,
      limit,
    }),
  );

/** All groups of the organization. */
export const listGroups = (as: Subject): Task<Result<GoogleGroup[]>> =>
  pages<Api, GoogleGroup>('directory.groups.list', as, {
    request: { query: { customer: CUSTOMER, maxResults: GROUPS_PAGE, fields: `nextPageToken,groups(${GROUP_FIELDS})` } },
    items: 'groups',
    reduce: googleGroup,
  });

/** Groups that a user is in themself, not by another group. */
export const listGroupsOf = (as: Subject, userKey: string): Task<Result<GoogleGroup[]>> =>
  pages<Api, GoogleGroup>('directory.groups.list', as, {
    request: { query: { userKey, maxResults: GROUPS_PAGE, fields: `nextPageToken,groups(${GROUP_FIELDS})` } },
    items: 'groups',
    reduce: googleGroup,
  });

/** By id, address or alias. `google.notFound` when there is none. */
export function* getGroup(as: Subject, groupKey: string): Task<Result<GoogleGroup>> {
  const found = yield* call<Api>('directory.groups.get', as, { path: { groupKey }, query: { fields: GROUP_FIELDS } });
  return found.ok ? ok(googleGroup(found.value)) : found;
}

/** The first groups whose address or name starts with `text`; at most `limit`. Two calls. */
export const searchGroups = (as: Subject, text: string, limit: number): Task<Result<GoogleGroup[]>> =>
  search(groupQueries(words(text)), limit, (query) =>
    pages<Api, GoogleGroup>('directory.groups.list', as, {
      request: { query: { customer: CUSTOMER, maxResults: limit, query, fields: `groups(${GROUP_FIELDS})` } },
      items: 'groups',
      reduce: googleGroup,
      limit,
    }),
  );

/** Members, those of nested groups included. */
export const listMembers = (as: Subject, groupKey: string): Task<Result<GroupMember[]>> =>
  pages<Api, GroupMember>('directory.members.list', as, {
    request: {
      path: { groupKey },
      query: { includeDerivedMembership: true, maxResults: MEMBERS_PAGE, fields: 'nextPageToken,members(id,email,type)' },
    },
    items: 'members',
    reduce: groupMember,
  });

/** Who is in a group themself, as `[id, role]`; without those that have no id, all of the organization. */
export const listDirectMembers = (as: Subject, groupKey: string): Task<Result<(readonly [id: string, role: string])[]>> =>
  pages<Api, readonly [string, string]>('directory.members.list', as, {
    request: { path: { groupKey }, query: { maxResults: MEMBERS_PAGE, fields: 'nextPageToken,members(id,role)' } },
    items: 'members',
    reduce: ({ id, role }) => (typeof id === 'string' ? [id, typeof role === 'string' ? role : 'MEMBER'] : undefined),
  });

/** All organizational units, the root included. */
export const listOrgUnits = (as: Subject): Task<Result<OrgUnit[]>> =>
  pages<Api, OrgUnit>('directory.orgunits.list', as, {
    request: { path: { customerId: CUSTOMER }, query: { type: 'allIncludingParent' } },
    items: 'organizationUnits',
    reduce: orgUnit,
  });

export const listDomains = (as: Subject): Task<Result<Domain[]>> =>
  pages<Api, Domain>('directory.domains.list', as, { request: { path: { customer: CUSTOMER } }, items: 'domains', reduce: domain });

function* search<T extends { readonly id: string }>(
  queries: readonly string[],
  limit: number,
  ask: (query: string) => Task<Result<T[]>>,
): Task<Result<T[]>> {
  const found = new Map<string, T>();
  for (const query of queries) {
    const results = yield* ask(query);
    if (!results.ok) return results;
    for (const result of results.value) found.set(result.id, result);
  }
  return ok([...found.values()].slice(0, limit));
}

const userQueries = ([first, second]: readonly string[]): string[] => {
  if (first === undefined) return [];
  return second === undefined
    ? ['email', 'givenName', 'familyName'].map((field) => `${field}:${first}*`)
    : [`givenName:${first}* familyName:${second}*`];
};

const groupQueries = ([first]: readonly string[]): string[] => (first === undefined ? [] : [`email:${first}*`, `name:${first}*`]);

/** A prefix is one word without the signs of the query language. */
const words = (text: string): string[] => text.split(/[\s:*'"\\{}]+/).filter((word) => word !== '');

/** https://developers.google.com/workspace/admin/directory/v1/guides/search-users */
const quoted = (value: string): string => value.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
