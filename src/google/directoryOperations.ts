import { KILOBYTE, scope, type OperationDescription } from './OperationDescription';

const DIRECTORY = 'https://admin.googleapis.com/';

/** Admin SDK Directory API v1. */
export const directoryOperations = {
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list
  'directory.users.list': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/users',
    query: ['customer', 'domain', 'maxResults', 'orderBy', 'pageToken', 'projection', 'query', 'sortOrder', 'viewType'],
    scopes: [scope('admin.directory.user.readonly'), scope('admin.directory.user')],
    effect: 'read',
    repeatable: true,
    bytes: 512 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/get
  'directory.users.get': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/users/{userKey}',
    query: ['projection', 'viewType'],
    scopes: [scope('admin.directory.user.readonly'), scope('admin.directory.user')],
    effect: 'read',
    repeatable: true,
    bytes: 4 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/insert; a second one is refused with 409.
  'directory.users.insert': {
    method: 'POST',
    root: DIRECTORY,
    path: 'admin/directory/v1/users',
    query: [],
    scopes: [scope('admin.directory.user')],
    effect: 'write',
    repeatable: true,
    bytes: 16 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/update; what is absent is kept.
  'directory.users.update': {
    method: 'PUT',
    root: DIRECTORY,
    path: 'admin/directory/v1/users/{userKey}',
    query: [],
    scopes: [scope('admin.directory.user')],
    effect: 'write',
    repeatable: true,
    bytes: 16 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups/list
  'directory.groups.list': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/groups',
    query: ['customer', 'domain', 'maxResults', 'orderBy', 'pageToken', 'query', 'sortOrder', 'userKey'],
    scopes: [scope('admin.directory.group.readonly'), scope('admin.directory.group')],
    effect: 'read',
    repeatable: true,
    bytes: 128 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups/get
  'directory.groups.get': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/groups/{groupKey}',
    query: [],
    scopes: [scope('admin.directory.group.readonly'), scope('admin.directory.group')],
    effect: 'read',
    repeatable: true,
    bytes: 4 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/members/list
  'directory.members.list': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/groups/{groupKey}/members',
    query: ['includeDerivedMembership', 'maxResults', 'pageToken', 'roles'],
    scopes: [scope('admin.directory.group.readonly'), scope('admin.directory.group.member.readonly'), scope('admin.directory.group')],
    effect: 'read',
    repeatable: true,
    bytes: 64 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/members/get
  'directory.members.get': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/groups/{groupKey}/members/{memberKey}',
    query: [],
    scopes: [scope('admin.directory.group.readonly'), scope('admin.directory.group.member.readonly'), scope('admin.directory.group')],
    effect: 'read',
    repeatable: true,
    bytes: KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/members/insert; a second one is refused with 409.
  'directory.members.insert': {
    method: 'POST',
    root: DIRECTORY,
    path: 'admin/directory/v1/groups/{groupKey}/members',
    query: [],
    scopes: [scope('admin.directory.group.member'), scope('admin.directory.group')],
    effect: 'write',
    repeatable: true,
    bytes: KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/members/delete; a second one is refused with 404.
  'directory.members.delete': {
    method: 'DELETE',
    root: DIRECTORY,
    path: 'admin/directory/v1/groups/{groupKey}/members/{memberKey}',
    query: [],
    scopes: [scope('admin.directory.group.member'), scope('admin.directory.group')],
    effect: 'write',
    repeatable: true,
    bytes: KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/orgunits/list
  'directory.orgunits.list': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/customer/{customerId}/orgunits',
    query: ['orgUnitPath', 'type'],
    scopes: [scope('admin.directory.orgunit.readonly'), scope('admin.directory.orgunit')],
    effect: 'read',
    repeatable: true,
    bytes: 256 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/domains/list
  'directory.domains.list': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/customer/{customer}/domains',
    query: [],
    scopes: [scope('admin.directory.domain.readonly'), scope('admin.directory.domain')],
    effect: 'read',
    repeatable: true,
    bytes: 16 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/schemas/list
  'directory.schemas.list': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/customer/{customerId}/schemas',
    query: [],
    scopes: [scope('admin.directory.userschema.readonly'), scope('admin.directory.userschema')],
    effect: 'read',
    repeatable: true,
    bytes: 64 * KILOBYTE,
  },
} as const satisfies Readonly<Record<string, OperationDescription>>;
