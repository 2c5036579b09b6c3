import { KILOBYTE, scope, type OperationDescription } from './OperationDescription';

/** Cloud Identity API v1, which alone tells security and dynamic groups from others. */
export const identityOperations = {
  // https://docs.cloud.google.com/identity/docs/reference/rest/v1/groups/search
  'cloudidentity.groups.search': {
    method: 'GET',
    root: 'https://cloudidentity.googleapis.com/',
    path: 'v1/groups:search',
    query: ['pageSize', 'pageToken', 'query', 'view'],
    // Also with cloud-identity.groups.readonly; the operator, who alone asks, has this one for tokens of users.
    scopes: [scope('cloud-platform')],
    effect: 'read',
    repeatable: true,
    bytes: 256 * KILOBYTE,
  },
} as const satisfies Readonly<Record<string, OperationDescription>>;
