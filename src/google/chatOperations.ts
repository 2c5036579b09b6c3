import { KILOBYTE, scope, type OperationDescription } from './OperationDescription';

const CHAT = 'https://chat.googleapis.com/';

/** Google Chat API v1, with the rights of an administrator (`useAdminAccess`). */
export const chatOperations = {
  // https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces/search
  'chat.spaces.search': {
    method: 'GET',
    root: CHAT,
    path: 'v1/spaces:search',
    query: ['orderBy', 'pageSize', 'pageToken', 'query', 'useAdminAccess'],
    scopes: [scope('chat.admin.spaces.readonly'), scope('chat.admin.spaces')],
    effect: 'read',
    repeatable: true,
    bytes: 64 * KILOBYTE,
  },
  // https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces/get
  'chat.spaces.get': {
    method: 'GET',
    root: CHAT,
    path: 'v1/{+name}',
    query: ['useAdminAccess'],
    scopes: [scope('chat.admin.spaces.readonly'), scope('chat.admin.spaces')],
    effect: 'read',
    repeatable: true,
    bytes: 2 * KILOBYTE,
  },
  // https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members/list
  'chat.spaces.members.list': {
    method: 'GET',
    root: CHAT,
    path: 'v1/{+parent}/members',
    query: ['filter', 'pageSize', 'pageToken', 'showGroups', 'showInvited', 'useAdminAccess'],
    // Also with …memberships.readonly; the operator, who alone asks, has the scope to add members.
    scopes: [scope('chat.admin.memberships')],
    effect: 'read',
    repeatable: true,
    bytes: 128 * KILOBYTE,
  },
  // https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members/get
  'chat.spaces.members.get': {
    method: 'GET',
    root: CHAT,
    path: 'v1/{+name}',
    query: ['useAdminAccess'],
    scopes: [scope('chat.admin.memberships')],
    effect: 'read',
    repeatable: true,
    bytes: KILOBYTE,
  },
  // https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members/delete; a second one is refused with 404.
  'chat.spaces.members.delete': {
    method: 'DELETE',
    root: CHAT,
    path: 'v1/{+name}',
    query: ['useAdminAccess'],
    scopes: [scope('chat.admin.memberships')],
    effect: 'write',
    repeatable: true,
    bytes: 2 * KILOBYTE,
  },
  // https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.members/create; a second one changes nothing.
  'chat.spaces.members.create': {
    method: 'POST',
    root: CHAT,
    path: 'v1/{+parent}/members',
    query: ['useAdminAccess'],
    scopes: [scope('chat.admin.memberships')],
    effect: 'write',
    repeatable: true,
    bytes: 2 * KILOBYTE,
  },
} as const satisfies Readonly<Record<string, OperationDescription>>;
