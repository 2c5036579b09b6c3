import { KILOBYTE, scope, type OperationDescription } from './OperationDescription';

const PEOPLE = 'https://people.googleapis.com/';

export const CONTACTS_SCOPE = scope('contacts');

/** People API v1. */
export const peopleOperations = {
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
  // https://developers.google.com/people/api/rest/v1/people/get
  'people.people.get': {
    method: 'GET',
    root: PEOPLE,
    path: 'v1/{+resourceName}',
    query: ['personFields', 'sources'],
    scopes: [CONTACTS_SCOPE, scope('contacts.readonly')],
    effect: 'read',
    repeatable: true,
    bytes: 128 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/people/getBatchGet
  'people.people.getBatchGet': {
    method: 'GET',
    root: PEOPLE,
    path: 'v1/people:batchGet',
    query: ['personFields', 'resourceNames', 'sources'],
    scopes: [CONTACTS_SCOPE, scope('contacts.readonly')],
    effect: 'read',
    repeatable: true,
    bytes: 256 * KILOBYTE,
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
  // https://developers.google.com/people/api/rest/v1/people/updateContact: the etag refuses a second one, so a repeat does no harm.
  'people.people.updateContact': {
    method: 'PATCH',
    root: PEOPLE,
    path: 'v1/{+resourceName}:updateContact',
    query: ['personFields', 'sources', 'updatePersonFields'],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: true,
    bytes: 4 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/people/batchUpdateContacts: the same.
  'people.people.batchUpdateContacts': {
    method: 'POST',
    root: PEOPLE,
    path: 'v1/people:batchUpdateContacts',
    query: [],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: true,
    bytes: 512 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/people/batchDeleteContacts: gone is gone, so a repeat does no harm.
  'people.people.batchDeleteContacts': {
    method: 'POST',
    root: PEOPLE,
    path: 'v1/people:batchDeleteContacts',
    query: [],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: true,
    bytes: 32 * KILOBYTE,
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
  // https://developers.google.com/people/api/rest/v1/contactGroups/get
  'people.contactGroups.get': {
    method: 'GET',
    root: PEOPLE,
    path: 'v1/{+resourceName}',
    query: ['groupFields', 'maxMembers'],
    scopes: [CONTACTS_SCOPE, scope('contacts.readonly')],
    effect: 'read',
    repeatable: true,
    bytes: KILOBYTE,
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
  // https://developers.google.com/people/api/rest/v1/contactGroups/update: the etag refuses a second one, so a repeat does no harm.
  'people.contactGroups.update': {
    method: 'PUT',
    root: PEOPLE,
    path: 'v1/{+resourceName}',
    query: [],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: true,
    bytes: 4 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/contactGroups.members/modify: who is in is in, so a repeat does no harm.
  'people.contactGroups.members.modify': {
    method: 'POST',
    root: PEOPLE,
    path: 'v1/{+resourceName}/members:modify',
    query: [],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: true,
    bytes: 64 * KILOBYTE,
  },
  // https://developers.google.com/people/api/rest/v1/contactGroups/delete: gone is gone, so a repeat does no harm.
  'people.contactGroups.delete': {
    method: 'DELETE',
    root: PEOPLE,
    path: 'v1/{+resourceName}',
    query: [],
    scopes: [CONTACTS_SCOPE],
    effect: 'write',
    repeatable: true,
    bytes: KILOBYTE,
  },
} as const satisfies Readonly<Record<string, OperationDescription>>;
