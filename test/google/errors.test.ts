import fc from 'fast-check';
import { problem } from '../../src/core/base/Problem';
import { classOf } from '../../src/google/classOf';
import type { Answer } from '../../src/google/Call';
import { translate } from '../../src/google/errors';
import { operations, type OperationId } from '../../src/google/operations';
import { refusal, silence } from '../support/feedTask';

const TOKEN = 'oauth2.token';
const SIGN = 'iamcredentials.projects.serviceAccounts.signJwt';
const LIST = 'people.people.connections.list';
const CREATE = 'people.people.createContact';
const BATCH = 'people.people.batchCreateContacts';
const GROUP = 'people.contactGroups.create';
const DELETE = 'people.people.batchDeleteContacts';
const USERS = 'directory.users.list';
const USER = 'directory.users.get';

const oauth = (status: number, error: string, error_description = ''): Answer => ({
  kind: 'answered',
  status,
  body: { error, error_description },
});
const legacy = (status: number, reason: string, message = reason): Answer =>
  refusal(status, { message, errors: [{ domain: 'global', reason, message }] });
const info = (reason: string) => [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }];
const overMinute =
  "Quota exceeded for quota metric 'Critical read requests (Contact and Profile Reads)' and limit 'Critical read requests (Contact and Profile Reads) per minute per user' of service 'people.googleapis.com' for consumer 'project_number:1'.";
const overDay =
  "Quota exceeded for quota metric 'Daily Contact Writes (Total)' and limit 'Daily Contact Writes (Total) per day' of service 'people.googleapis.com' for consumer 'project_number:1'.";
const fbs = [
  {
    '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
    violations: [{ subject: 'QUOTA_EXCEEDED', description: 'FBS quota limit exceeded' }],
  },
];
const items = [
  {
    '@type': 'type.googleapis.com/google.people.v1.BatchCreateContactsErrorDetails',
    contactErrors: { '3': { code: 3, message: 'Invalid birthday' } },
  },
];

test.each<[string, OperationId, Answer, string, string]>([
  ['label just made', BATCH, refusal(400, { message: 'Contact group "contactGroups/1" was not found.' }), 'labelNotReady', 'transient'],
  ['label of no contact', GROUP, refusal(404, { message: 'Contact group was not found.' }), 'notFound', 'request'],
  // Token endpoint
  [
    'client not granted',
    TOKEN,
    oauth(401, 'unauthorized_client', 'Client is unauthorized to retrieve access tokens using this method'),
    'delegationNotGranted',
    'setup',
  ],
  ['scope not granted', TOKEN, oauth(403, 'access_denied', 'Requested client not authorized.'), 'delegationNotGranted', 'setup'],
  ['blocked by the administrator', TOKEN, oauth(400, 'admin_policy_enforced'), 'delegationNotGranted', 'setup'],
  ['unknown scope', TOKEN, oauth(400, 'invalid_scope'), 'delegationNotGranted', 'setup'],
  [
    'client not known yet',
    TOKEN,
    oauth(401, 'unauthorized_client', 'Unauthorized client or scope in request.'),
    'delegationNotGranted',
    'setup',
  ],
  ['project of another organization', TOKEN, oauth(403, 'org_internal'), 'delegationNotGranted', 'setup'],
  ['client not valid', TOKEN, oauth(401, 'invalid_client'), 'serviceAccountUnusable', 'setup'],
  ['service account deleted', TOKEN, oauth(401, 'deleted_client'), 'serviceAccountUnusable', 'setup'],
  ['signature not accepted', TOKEN, oauth(400, 'invalid_grant', 'Invalid JWT Signature.'), 'assertionRefused', 'setup'],
  ['no address', TOKEN, oauth(400, 'invalid_grant', 'Not a valid email.'), 'userWithoutToken', 'target'],
  ['user deleted lately', TOKEN, oauth(400, 'invalid_grant', 'The account has been deleted'), 'userWithoutToken', 'target'],
  ['user refused without a reason', TOKEN, oauth(400, 'invalid_grant', 'Bad Request'), 'userWithoutToken', 'target'],
  ['user refused without a word', TOKEN, oauth(400, 'invalid_grant'), 'userWithoutToken', 'target'],
  ['user who may not', TOKEN, oauth(403, 'invalid_account', 'Forbidden'), 'userWithoutToken', 'target'],
  ['a page of the token service', TOKEN, { kind: 'answered', status: 502, body: '<html>' }, 'unavailable', 'transient'],
  ['service account disabled', TOKEN, oauth(401, 'disabled_client'), 'serviceAccountUnusable', 'setup'],
  [
    'clock off',
    TOKEN,
    oauth(400, 'invalid_grant', 'Invalid JWT: Token must be a short-lived token (60 minutes)'),
    'assertionRefused',
    'setup',
  ],
  ['user unknown or suspended', TOKEN, oauth(400, 'invalid_grant', 'Invalid email or User ID'), 'userWithoutToken', 'target'],
  ['user deleted', TOKEN, oauth(400, 'invalid_request', 'Invalid impersonation "sub" field.'), 'userWithoutToken', 'target'],
  ['user restricted', TOKEN, oauth(403, 'access_denied', 'Account restricted'), 'userWithoutToken', 'target'],
  ['token service busy', TOKEN, refusal(429, { message: 'Rate exceeded' }), 'rateLimited', 'transient'],
  ['token service down', TOKEN, oauth(500, 'internal_failure', 'Backend Error'), 'unavailable', 'transient'],
  // Signing
  [
    'no Token Creator role',
    SIGN,
    refusal(403, { status: 'PERMISSION_DENIED', message: "Permission 'iam.serviceAccounts.signJwt' denied on resource" }),
    'signJwtRoleMissing',
    'setup',
  ],
  [
    'wrong service account',
    SIGN,
    refusal(404, { status: 'NOT_FOUND', message: 'Not found; Gaia id not found' }),
    'serviceAccountNotFound',
    'setup',
  ],
  [
    'API off',
    SIGN,
    refusal(403, {
      message: 'IAM Service Account Credentials API has not been used in project 1 before or it is disabled.',
      details: info('SERVICE_DISABLED'),
    }),
    'apiNotEnabled',
    'setup',
  ],
  [
    'service account disabled',
    SIGN,
    refusal(400, { status: 'FAILED_PRECONDITION', message: 'Service account is disabled.' }),
    'serviceAccountUnusable',
    'setup',
  ],
  ['own authorization', SIGN, refusal(401, { status: 'UNAUTHENTICATED', message: 'Invalid' }), 'authorizationRefused', 'setup'],
  ['signing down', SIGN, refusal(503, { status: 'UNAVAILABLE', message: 'Try again' }), 'unavailable', 'transient'],
  // The installation, seen from any API
  ['own authorization', USERS, legacy(401, 'authError', 'Invalid Credentials'), 'authorizationRefused', 'setup'],
  [
    'API off, new style',
    LIST,
    refusal(403, { status: 'PERMISSION_DENIED', message: 'People API is disabled.', details: info('SERVICE_DISABLED') }),
    'apiNotEnabled',
    'setup',
  ],
  ['API off', USERS, legacy(403, 'accessNotConfigured'), 'apiNotEnabled', 'setup'],
  [
    'scope missing',
    LIST,
    refusal(403, {
      status: 'PERMISSION_DENIED',
      message: 'Request had insufficient authentication scopes.',
      details: info('ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
    }),
    'scopeMissing',
    'setup',
  ],
  ['scope missing, old style', USERS, legacy(403, 'insufficientPermissions'), 'scopeMissing', 'setup'],
  ['API access off for the domain', USERS, legacy(403, 'domainCannotUseApis'), 'apisForbidden', 'setup'],
  ['no administrator', USERS, legacy(403, 'forbidden', 'Not Authorized to access this resource/api'), 'notAuthorized', 'setup'],
  [
    'no right to change this one',
    'directory.users.update',
    legacy(403, 'forbidden', 'Not Authorized to access this resource/api'),
    'changeForbidden',
    'request',
  ],
  ['member already', 'directory.members.insert', legacy(409, 'duplicate', 'Member already exists.'), 'exists', 'request'],
  [
    'user just created',
    'directory.users.update',
    legacy(412, 'conditionNotMet', 'User creation is not complete.'),
    'notReadyYet',
    'transient',
  ],
  ['change without an answer', 'directory.users.update', silence, 'unavailable', 'transient'],
  // One user
  [
    'service off',
    LIST,
    refusal(403, { status: 'PERMISSION_DENIED', message: 'The caller does not have permission' }),
    'serviceOff',
    'target',
  ],
  [
    'service off, other wording',
    LIST,
    refusal(400, { status: 'FAILED_PRECONDITION', message: 'Precondition check failed.' }),
    'serviceOff',
    'target',
  ],
  ['account full', BATCH, refusal(400, { message: 'MY_CONTACTS_OVERFLOW_COUNT' }), 'accountFull', 'target'],
  [
    'account full, said of the items',
    BATCH,
    refusal(400, { message: 'Invalid', details: [{ ...items[0], contactErrors: { '0': { message: 'MY_CONTACTS_OVERFLOW_COUNT' } } }] }),
    'accountFull',
    'target',
  ],
  [
    'token not accepted',
    LIST,
    refusal(401, { status: 'UNAUTHENTICATED', message: 'Request had invalid authentication credentials.' }),
    'unauthorized',
    'target',
  ],
  ['account full, as a quota', BATCH, refusal(429, { message: 'MY_CONTACTS_OVERFLOW_COUNT' }), 'accountFull', 'target'],
  ['account full, as forbidden', CREATE, refusal(403, { message: 'MY_CONTACTS_OVERFLOW_COUNT' }), 'accountFull', 'target'],
  // Quotas
  ['first pages of full listings', LIST, refusal(429, { status: 'RESOURCE_EXHAUSTED', message: 'Quota' }), 'minuteQuota', 'minuteQuota'],
  ['day, old style', USERS, legacy(403, 'dailyLimitExceeded'), 'dayQuota', 'dayQuota'],
  [
    'account, without the details',
    CREATE,
    refusal(429, { message: 'Resource has been exhausted (e.g. check quota).' }),
    'accountQuota',
    'accountQuota',
  ],
  [
    'minute',
    LIST,
    refusal(429, { status: 'RESOURCE_EXHAUSTED', message: overMinute, details: info('RATE_LIMIT_EXCEEDED') }),
    'minuteQuota',
    'minuteQuota',
  ],
  [
    'minute, on a write',
    BATCH,
    refusal(429, { status: 'RESOURCE_EXHAUSTED', message: overMinute, details: info('RATE_LIMIT_EXCEEDED') }),
    'minuteQuota',
    'minuteQuota',
  ],
  [
    'day',
    BATCH,
    refusal(429, { status: 'RESOURCE_EXHAUSTED', message: overDay, details: info('RATE_LIMIT_EXCEEDED') }),
    'dayQuota',
    'dayQuota',
  ],
  [
    'account',
    BATCH,
    refusal(429, { status: 'RESOURCE_EXHAUSTED', message: 'Resource has been exhausted (e.g. check quota).', details: fbs }),
    'accountQuota',
    'accountQuota',
  ],
  ['whole customer', USERS, legacy(429, 'rateLimitExceeded'), 'customerBusy', 'customerBusy'],
  ['caller', USERS, legacy(403, 'userRateLimitExceeded'), 'rateLimited', 'transient'],
  ['concurrency', USERS, legacy(403, 'quotaExceeded'), 'rateLimited', 'transient'],
  ['queries, by text only', USERS, refusal(403, { message: "Quota exceeded for quota metric 'Queries'" }), 'rateLimited', 'transient'],
  ['rate, by text only', USERS, refusal(403, { message: 'Request rate higher than configured.' }), 'rateLimited', 'transient'],
  ['rate, in the Directory', USERS, legacy(403, 'rateLimitExceeded'), 'rateLimited', 'transient'],
  ['a listing over an hour', USERS, legacy(503, 'backendError', 'Service unavailable. Please try again'), 'unavailable', 'transient'],
  ['quota as a server error', USERS, legacy(503, 'quotaExceeded', 'quota exceeded for the current request'), 'unavailable', 'transient'],
  ['signing', SIGN, refusal(429, { status: 'RESOURCE_EXHAUSTED', message: 'Quota exceeded' }), 'rateLimited', 'transient'],
  // Conflicts, items, requests
  [
    'etag',
    CREATE,
    refusal(400, { status: 'FAILED_PRECONDITION', message: 'Request person.etag is different than the current person.etag.' }),
    'etagConflict',
    'conflict',
  ],
  ['items', BATCH, refusal(400, { status: 'INVALID_ARGUMENT', message: 'Invalid', details: items }), 'itemsRefused', 'items'],
  ['a field', CREATE, refusal(400, { status: 'INVALID_ARGUMENT', message: 'Invalid value' }), 'invalidRequest', 'request'],
  ['a faulty query', USERS, legacy(400, 'invalid', 'Invalid Input: query'), 'invalidRequest', 'request'],
  ['two names', CREATE, refusal(400, { message: 'Cannot have more than one person.names per source.' }), 'invalidRequest', 'request'],
  [
    'one of a batch is gone',
    DELETE,
    refusal(404, { status: 'NOT_FOUND', message: 'Requested entity was not found.' }),
    'notFound',
    'request',
  ],
  ['a condition', USER, legacy(412, 'conditionNotMet', 'Precondition failed'), 'invalidRequest', 'request'],
  ['name taken', GROUP, refusal(409, { status: 'ALREADY_EXISTS', message: 'Contact group name already exists.' }), 'exists', 'request'],
  ['not there', USER, legacy(404, 'notFound', 'Resource Not Found: userKey'), 'notFound', 'request'],
  ['not ready', USER, legacy(412, 'conditionNotMet', 'User creation is not complete.'), 'notReadyYet', 'transient'],
  ['a redirect', USER, { kind: 'answered', status: 302, body: '' }, 'unexpected', 'request'],
  // Nobody knows
  ['no answer to a read', LIST, silence, 'unavailable', 'transient'],
  ['no answer to a write', BATCH, silence, 'unknownOutcome', 'unknown'],
  ['no answer to a write that is harmless twice', GROUP, silence, 'unavailable', 'transient'],
  [
    '503 to a read',
    LIST,
    refusal(503, { status: 'UNAVAILABLE', message: 'The service is currently unavailable.' }),
    'unavailable',
    'transient',
  ],
  ['500 to a write', CREATE, refusal(500, { status: 'INTERNAL', message: 'Internal error encountered.' }), 'unknownOutcome', 'unknown'],
  ['a page instead of JSON', BATCH, { kind: 'answered', status: 502, body: '<html>' }, 'unknownOutcome', 'unknown'],
  ['an aborted write', BATCH, refusal(409, { status: 'ABORTED', message: 'The operation was aborted.' }), 'unknownOutcome', 'unknown'],
])('%s (%s)', (_, operation, answer, code, errorClass) => {
  const found = translate(answer, operation);
  expect(found.code).toBe(`google.${code}`);
  expect(classOf(found)).toBe(errorClass);
});

test('keeps Google’s own words, shortened, and the operation', () => {
  expect(translate(legacy(404, 'notFound', 'Resource Not Found: userKey'), USER).data).toEqual({
    operation: USER,
    status: 404,
    message: 'Resource Not Found: userKey',
  });
  expect(String(translate(refusal(400, { message: 'x'.repeat(5000) }), USER).data['message'])).toHaveLength(301);
});

test('passes on why the platform stopped', () => {
  const why = problem('platform.quotaSpent', { service: 'urlfetch' });
  expect(translate({ kind: 'stopped', problem: why }, BATCH)).toBe(why);
});

test('a problem that is not Google’s has no class', () => {
  expect(classOf(problem('copy.labelGone'))).toBeUndefined();
});

test('translates any answer to any operation, and never takes an unclear write for harmless (B3)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(operations) as OperationId[])),
      fc.integer({ min: 200, max: 599 }),
      fc.anything(),
      (operation, status, body) => {
        const errorClass = classOf(translate({ kind: 'answered', status, body }, operation));
        expect(errorClass).toBeDefined();
        if (status >= 500 && !operations[operation].repeatable)
          expect(['transient', 'request', 'conflict', 'items']).not.toContain(errorClass);
      },
    ),
  );
});
