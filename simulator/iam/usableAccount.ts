import type { ServiceAccount } from '../cloud/CloudState';
import { ApiError } from '../network/ApiError';
import type { OperationCall } from '../network/Operation';

/** What a person or service account with the role Service Account Token Creator may do in a service account's name. */
export type CreatorPermission = 'iam.serviceAccounts.signJwt' | 'iam.serviceAccounts.getOpenIdToken';

/**
 * The last of these service accounts. The caller holds Service Account Token Creator on the first, each of them on the next
 * (https://docs.cloud.google.com/iam/docs/create-short-lived-credentials-delegated). A disabled one is refused.
 */
export function usableAccount(call: OperationCall, names: readonly string[], permission: CreatorPermission): ServiceAccount {
  let holder = call.caller?.userId ?? '';
  let account: ServiceAccount | undefined;
  for (const name of names) {
    const [, project, key = ''] = /^projects\/([^/]+)\/serviceAccounts\/([^/]+)$/.exec(name) ?? [];
    if (project !== '-') throw invalid('Request contains an invalid argument.');
    account = call.world.cloud.serviceAccount(key);
    if (account === undefined)
      throw new ApiError({ code: 404, message: 'Not found; Gaia id not found for email ' + key, status: 'NOT_FOUND' });
    if (!creates(call, account, holder)) throw denied(permission);
    holder = account.email;
  }
  if (account === undefined || account.disabled)
    throw new ApiError({ code: 400, message: 'Service account is disabled.', status: 'FAILED_PRECONDITION' });
  return account;
}

/** Grants name user ids, or addresses of users or service accounts. */
function creates(call: OperationCall, account: ServiceAccount, holder: string): boolean {
  const email = call.world.directory.userById(holder)?.primaryEmail;
  return account.tokenCreators.has(holder) || (email !== undefined && account.tokenCreators.has(email));
}

export function invalid(message: string): ApiError {
  return new ApiError({ code: 400, message, status: 'INVALID_ARGUMENT' });
}

function denied(permission: CreatorPermission): ApiError {
  return new ApiError({
    code: 403,
    message: `Permission '${permission}' denied on resource (or it may not exist).`,
    status: 'PERMISSION_DENIED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'IAM_PERMISSION_DENIED',
        domain: 'iam.googleapis.com',
        metadata: { permission },
      },
    ],
  });
}
