import { ACCESS_TOKEN_SECONDS } from '../cloud/limits';
import type { DelegationGrant } from '../cloud/CloudState';
import type { UserRecord } from '../directory/DirectoryRecords';
import type { Operation, OperationCall } from '../network/Operation';
import { oauthError } from './oauthError';
import { readAssertion, type Assertion } from './readAssertion';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Exchanges a service account's signed assertion for an access token of the user it names (domain-wide delegation). */
export const tokenEndpoint: Operation = {
  id: 'oauth2.token',
  verb: 'POST',
  host: 'oauth2.googleapis.com',
  path: 'token',
  query: [],
  scopes: [],
  effect: 'token',
  form: true,
  handle(call) {
    const { grant_type: grantType, assertion } = call.body as { grant_type?: unknown; assertion?: unknown };
    if (typeof grantType !== 'string') throw oauthError('invalid_request', 'Required parameter is missing: grant_type');
    if (grantType !== JWT_BEARER) throw oauthError('unsupported_grant_type', `Invalid grant_type: ${grantType}`);
    if (typeof assertion !== 'string') throw oauthError('invalid_request', 'Required parameter is missing: assertion');
    const read = readAssertion(call.world, assertion, call.now);
    if (read.subject === undefined) throw new Error('simulator: tokens of a service account itself (no sub) are not simulated');
    const user = findSubject(call, read.subject);
    checkGrant(grantOf(call, user, read.account.clientId), read);
    const token = call.world.cloud.issueToken({ userId: user.id, scopes: read.scopes, via: 'delegation', project: read.account.project });
    return { access_token: token, expires_in: ACCESS_TOKEN_SECONDS - 1, token_type: 'Bearer' };
  },
};

/** The active user of this address. Which texts Google gives for others is only known from reports. */
function findSubject(call: OperationCall, subject: string): UserRecord {
  const { directory, cloud } = call.world;
  if (!subject.includes('@')) throw oauthError('invalid_grant', 'Not a valid email.');
  const wanted = subject.toLowerCase();
  const user = directory.userByEmail(wanted);
  if (user === undefined) {
    const deleted = [...directory.deletedUsers.values()].some((one) => one.primaryEmail.toLowerCase() === wanted);
    throw oauthError('invalid_grant', deleted ? 'The account has been deleted' : 'Invalid email or User ID');
  }
  if (user.primaryEmail.toLowerCase() !== wanted && !cloud.acceptsAliasAsSubject)
    throw oauthError('invalid_grant', 'Invalid email or User ID');
  if (user.suspended || user.archived) throw oauthError('invalid_grant', 'Invalid email or User ID');
  const { servicesNotReady } = directory.settings;
  if (servicesNotReady !== 'people' && call.now < user.servicesReadyAt) {
    if (servicesNotReady === 'unknownUser') throw oauthError('invalid_grant', 'Invalid email or User ID');
    throw oauthError('access_denied', 'Requested client not authorized.', 403);
  }
  return user;
}

function grantOf(call: OperationCall, user: UserRecord, clientId: string): DelegationGrant | undefined {
  const grants = call.world.cloud.delegations(user.customerId);
  return grants.find((grant) => grant.clientId === clientId && grant.effectiveAt <= call.now);
}

/** Every requested scope must be granted; none granted and some granted are told apart. */
function checkGrant(grant: DelegationGrant | undefined, { scopes }: Assertion): void {
  if (grant === undefined) throw oauthError('unauthorized_client', 'Unauthorized client or scope in request.', 401);
  const granted = scopes.filter((scope) => grant.scopes.has(scope));
  if (granted.length === 0) {
    throw oauthError(
      'unauthorized_client',
      'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
      401,
    );
  }
  if (granted.length < scopes.length) throw oauthError('access_denied', 'Requested client not authorized.', 403);
}
