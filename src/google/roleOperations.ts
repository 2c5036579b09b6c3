import { KILOBYTE, scope, type OperationDescription } from './OperationDescription';

const DIRECTORY = 'https://admin.googleapis.com/';
const READ = [scope('admin.directory.rolemanagement.readonly'), scope('admin.directory.rolemanagement')] as const;
const WRITE = [scope('admin.directory.rolemanagement')] as const;

/** Roles of administrators, of the Admin SDK Directory API v1. */
export const roleOperations = {
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/roles/list
  'directory.roles.list': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/customer/{customer}/roles',
    query: ['maxResults', 'pageToken'],
    scopes: READ,
    effect: 'read',
    repeatable: true,
    bytes: 128 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/roleAssignments/list
  'directory.roleAssignments.list': {
    method: 'GET',
    root: DIRECTORY,
    path: 'admin/directory/v1/customer/{customer}/roleassignments',
    query: ['includeIndirectRoleAssignments', 'maxResults', 'pageToken', 'roleId', 'userKey'],
    scopes: READ,
    effect: 'read',
    repeatable: true,
    bytes: 64 * KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/roleAssignments/insert; of a second one the page says nothing.
  'directory.roleAssignments.insert': {
    method: 'POST',
    root: DIRECTORY,
    path: 'admin/directory/v1/customer/{customer}/roleassignments',
    query: [],
    scopes: WRITE,
    effect: 'write',
    repeatable: false,
    bytes: KILOBYTE,
  },
  // https://developers.google.com/workspace/admin/directory/reference/rest/v1/roleAssignments/delete; a second one is refused with 404.
  'directory.roleAssignments.delete': {
    method: 'DELETE',
    root: DIRECTORY,
    path: 'admin/directory/v1/customer/{customer}/roleassignments/{roleAssignmentId}',
    query: [],
    scopes: WRITE,
    effect: 'write',
    repeatable: true,
    bytes: KILOBYTE,
  },
} as const satisfies Readonly<Record<string, OperationDescription>>;
