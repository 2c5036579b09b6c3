/** Google's `alt`, `fields`, … are allowed on every operation; only `fields` is used. */
export interface OperationDescription {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly root: string;
  /** Path template of Google's discovery document; the order of its parameters is the order an advanced service takes them in. */
  readonly path: string;
  readonly query: readonly string[];
  /** Any one of these is enough; the first is the one Roster asks for. */
  readonly scopes: readonly string[];
  readonly effect: 'read' | 'write' | 'token';
  /** Sending it twice does no harm, so an unknown outcome may be retried blindly. */
  readonly repeatable: boolean;
  /** Expected size of one call with its answer, for the byte budget of a wave. */
  readonly bytes: number;
}

const PEOPLE = 'https://people.googleapis.com/';
const DIRECTORY = 'https://admin.googleapis.com/';
const IAM = 'https://iamcredentials.googleapis.com/';
const OAUTH = 'https://oauth2.googleapis.com/';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

export const CONTACTS_SCOPE = scope('contacts');

const KILOBYTE = 1024;

const table = {
  // https://developers.google.com/people/api/rest/v1/people.connections/list
  'people.people.connections.list': {
    method: 'GET',
    root: PEOPLE,
    path: 'v1/{+resourceName}/connections',
    query: ['pageSize', 'pageToken', 'personFields', 'requestSyncToken', 'sortOrder', 'sources', 'syncToken'],
    scopes: [CONTACTS_SCOPE, scope('contacts.readonly')],
    effect: 'read',
    repeatable: true,
    bytes: 2048 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/people/createContact
  'people.people.createContact': {
    method: 'POST',
    root: PEOPLE,
    path: 'v1/people:createContact',
    query: ['personFields', 'sources'],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: false,
    bytes: 4 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/people/batchCreateContacts
  'people.people.batchCreateContacts': {
    method: 'POST',
    root: PEOPLE,
    path: 'v1/people:batchCreateContacts',
    query: [],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: false,
    bytes: 512 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/contactGroups/list
  'people.contactGroups.list': {
    method: 'GET',
    root: PEOPLE,
    path: 'v1/contactGroups',
    query: ['groupFields', 'pageSize', 'pageToken', 'syncToken'],
    scopes: [CONTACTS_SCOPE, scope('contacts.readonly')],
    effect: 'read',
    repeatable: true,
    bytes: 64 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/contactGroups/create: a second one of that name is 409, so a repeat does no harm.
  'people.contactGroups.create': {
    method: 'POST',
    root: PEOPLE,
    path: 'v1/contactGroups',
    query: [],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: true,
    bytes: 4 * KILOBYTE,
  },
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
  // https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt
  'iamcredentials.projects.serviceAccounts.signJwt': {
    method: 'POST',
    root: IAM,
    path: 'v1/{+name}:signJwt',
    query: [],
    scopes: [scope('cloud-platform')],
    effect: 'token',
    repeatable: true,
    bytes: 4 * KILOBYTE,
  },
  // https://developers.google.com/identity/protocols/oauth2/service-account#httprest (no discovery document)
  'oauth2.token': {
    method: 'POST',
    root: OAUTH,
    path: 'token',
    query: [],
    scopes: [],
    effect: 'token',
    repeatable: true,
    bytes: 4 * KILOBYTE,
  },
} as const;

export type OperationId = keyof typeof table;

/** The methods of Google that Roster uses, by the ids of Google's discovery documents. */
export const operations: Readonly<Record<OperationId, OperationDescription>> = table;
