import { KILOBYTE, scope, type OperationDescription } from './OperationDescription';

const IAM = 'https://iamcredentials.googleapis.com/';
const OAUTH = 'https://oauth2.googleapis.com/';

/** How delegated tokens are obtained. */
export const tokenOperations = {
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
  // https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateIdToken
  'iamcredentials.projects.serviceAccounts.generateIdToken': {
    method: 'POST',
    root: IAM,
    path: 'v1/{+name}:generateIdToken',
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
} as const satisfies Readonly<Record<string, OperationDescription>>;
