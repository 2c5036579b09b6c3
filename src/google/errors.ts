import type { GoogleCode } from '../core/base/explainGoogle';
import { problem, type Problem } from '../core/base/Problem';
import type { Answer } from './Call';
import { readError, type ErrorFacts } from './readError';
import { operations, type OperationId } from './operations';

/** The problem behind an answer that is not a success. The first rule that fits decides. */
export const translate = (answer: Answer, operation: OperationId): Problem => {
  if (answer.kind === 'stopped') return answer.problem;
  const facts = readError(answer);
  const rules =
    operation === 'oauth2.token'
      ? TOKEN_RULES
      : operation === SIGN
        ? [...SHARED_RULES, ...SIGN_RULES]
        : [...SHARED_RULES, ...REQUEST_RULES];
  const code = rules.find(([, fits]) => fits(facts, operation))?.[0] ?? lastResort(facts, operation);
  if (code === 'google.scopeMissing') return problem(code, { permission: shortScope(operations[operation].scopes[0] ?? '') });
  return problem(code, { operation, status: facts.status, message: facts.message });
};

/** A scope without the address that all scopes begin with. */
const shortScope = (scope: string): string => scope.replace('https://www.googleapis.com/auth/', '');

type Rule = readonly [GoogleCode, (facts: ErrorFacts, operation: OperationId) => boolean];

const SIGN = 'iamcredentials.projects.serviceAccounts.signJwt';

/** https://developers.google.com/identity/protocols/oauth2/service-account#error-codes */
const TOKEN_RULES: readonly Rule[] = [
  ['google.userWithoutToken', ({ oauth, message }) => oauth === 'access_denied' && /account restricted/i.test(message)],
  [
    'google.delegationNotGranted',
    ({ oauth }) => ['unauthorized_client', 'access_denied', 'admin_policy_enforced', 'invalid_scope', 'org_internal'].includes(oauth),
  ],
  ['google.serviceAccountUnusable', ({ oauth }) => ['invalid_client', 'deleted_client', 'disabled_client'].includes(oauth)],
  ['google.assertionRefused', ({ oauth, message }) => oauth === 'invalid_grant' && /invalid jwt/i.test(message)],
  ['google.userWithoutToken', ({ oauth }) => ['invalid_grant', 'invalid_request', 'invalid_account'].includes(oauth)],
  ['google.unavailable', ({ oauth }) => oauth === 'internal_failure'],
  ['google.rateLimited', ({ status }) => status === 429],
];

/**
 * https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt: what is not said of the service
 * account's name or of a permission is said of its state, never of the user it signs for.
 */
const SIGN_RULES: readonly Rule[] = [
  ['google.signJwtRoleMissing', ({ status }) => status === 403],
  ['google.serviceAccountNotFound', ({ status }) => status === 404],
  ['google.serviceAccountUnusable', ({ status }) => status === 400],
];

/** A label made a moment ago may refuse contacts for about two seconds; such a call wrote nothing. */
const isCreate = (operation: OperationId): boolean =>
  operation === 'people.people.createContact' || operation === 'people.people.batchCreateContacts';

const isPeople = (operation: OperationId): boolean => operation.startsWith('people.');
const isDirectory = (operation: OperationId): boolean => operation.startsWith('directory.');
const isRole = (operation: OperationId): boolean => operation.startsWith('directory.role');
const isIdentity = (operation: OperationId): boolean => operation.startsWith('cloudidentity.');
const isChat = (operation: OperationId): boolean => operation.startsWith('chat.');
const ROLES_FULL = 'CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT';

const SHARED_RULES: readonly Rule[] = [
  // 25,000 contacts (https://support.google.com/contacts/answer/148779). No page of the API names the status that says so.
  ['google.accountFull', ({ message, items }) => [message, ...items.values()].some((text) => text.includes('MY_CONTACTS_OVERFLOW_COUNT'))],
  // Reasons of all of Google's newer APIs: https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto
  [
    'google.apiNotEnabled',
    ({ status, has, message }) =>
      status === 403 && (has('accessNotConfigured', 'SERVICE_DISABLED') || /has not been used in project/i.test(message)),
  ],
  [
    'google.scopeMissing',
    ({ status, has, message }) =>
      status === 403 &&
      (has('insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT') || /insufficient authentication scopes/i.test(message)),
  ],
  // https://developers.google.com/admin-sdk/reseller/v1/support/directory_api_common_errors
  ['google.apisForbidden', ({ has }) => has('domainCannotUseApis')],
  // Quotas of the People API: https://developers.google.com/people/v1/contacts
  [
    'google.dayQuota',
    ({ status, has, message }) => (status === 429 && /per day|daily/i.test(message)) || (status === 403 && has('dailyLimitExceeded')),
  ],
  [
    'google.accountQuota',
    // Chat says the same of a space that is asked for the second time within a second.
    ({ status, has, message }, operation) =>
      status === 429 && !isChat(operation) && (has('QUOTA_EXCEEDED') || /resource has been exhausted/i.test(message)),
  ],
  // Quotas of the Directory API: https://developers.google.com/workspace/admin/directory/v1/limits
  ['google.customerBusy', ({ status, has }) => status === 429 && has('rateLimitExceeded')],
  // https://developers.google.com/workspace/chat/limits
  [
    'google.minuteQuota',
    ({ status, message }, operation) => status === 429 && (isPeople(operation) || (isChat(operation) && /per minute/i.test(message))),
  ],
  [
    'google.rateLimited',
    ({ status, has, message }) =>
      status === 429 ||
      (status === 403 &&
        (has('quotaExceeded', 'userRateLimitExceeded', 'rateLimitExceeded') || /quota exceeded|request rate higher/i.test(message))),
  ],
  // https://developers.google.com/people/api/rest/v1/people/updateContact
  ['google.etagConflict', ({ status, message }) => (status === 400 || status === 409) && /etag/i.test(message)],
  [
    'google.labelNotReady',
    ({ status, message, items }, operation) =>
      isCreate(operation) &&
      (status === 400 || status === 404) &&
      [message, ...items.values()].some((text) => /group.*not found/i.test(text)),
  ],
  // https://developers.google.com/people/api/rest/v1/BatchCreateContactsErrorDetails
  ['google.itemsRefused', ({ status, items }) => status < 500 && items.size > 0],
  // Licenses, or the users that a trial may have.
  ['google.userLimit', ({ status, has, message }) => status === 412 && (has('limitExceeded') || /user limit/i.test(message))],
  ['google.notReadyYet', ({ status, message }) => status === 412 && /not complete/i.test(message)],
  // A token of one user, which was replaced once already; or Roster's own, without which nobody is reached.
  ['google.unauthorized', ({ status }, operation) => status === 401 && isPeople(operation)],
  ['google.authorizationRefused', ({ status }) => status === 401],
  [
    'google.serviceOff',
    ({ status, canonicalStatus }, operation) =>
      isPeople(operation) && (status === 403 || (status === 400 && canonicalStatus === 'FAILED_PRECONDITION')),
  ],
  // Only super administrators read and assign roles, as seen: https://support.google.com/a/answer/2405986
  ['google.rolesNotAuthorized', ({ status }, operation) => status === 403 && isRole(operation)],
  // https://developers.google.com/workspace/admin/directory/v1/guides/manage-roles
  ['google.rolesFull', ({ has, message }) => has(ROLES_FULL) || message.includes(ROLES_FULL)],
  // Said of what is to be changed: an administrator of a part may not change everybody, and some groups are closed.
  ['google.changeForbidden', ({ status }, operation) => status === 403 && !isPeople(operation) && operations[operation].effect === 'write'],
  ['google.notAuthorized', ({ status }, operation) => status === 403 && (isDirectory(operation) || isIdentity(operation))],
  ['google.chatNotAuthorized', ({ status }, operation) => status === 403 && isChat(operation)],
  // https://developers.google.com/workspace/chat/configure-chat-api
  ['google.chatAppMissing', ({ status, message }, operation) => isChat(operation) && status === 404 && /chat app not found/i.test(message)],
  [
    'google.notAddedToSpace',
    ({ status, canonicalStatus }, operation) =>
      operation === 'chat.spaces.members.create' && status === 400 && canonicalStatus === 'FAILED_PRECONDITION',
  ],
];

/** What remains is said of the request, or of what it names: https://developers.google.com/people/api/rest/v1/contactGroups/create and others. */
const REQUEST_RULES: readonly Rule[] = [
  [
    'google.exists',
    // An assignment of a role that is there already comes as a server's error 500.
    ({ status, canonicalStatus, message }) =>
      (status === 409 && canonicalStatus !== 'ABORTED') || (status === 500 && /^role assignment exists/i.test(message)),
  ],
  ['google.notFound', ({ status }) => status === 404],
  ['google.invalidRequest', ({ status }) => status === 400 || status === 412],
];

/** No answer, 5xx, an aborted transaction, a success nobody can read: harmless where a repeat is, else unknown. */
const lastResort = ({ status, canonicalStatus }: ErrorFacts, operation: OperationId): GoogleCode => {
  const open = status === 0 || status >= 500 || (status >= 200 && status < 300) || canonicalStatus === 'ABORTED';
  if (!open) return 'google.unexpected';
  return operations[operation].repeatable ? 'google.unavailable' : 'google.unknownOutcome';
};
