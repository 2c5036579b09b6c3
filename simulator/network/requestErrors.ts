import { apiHost } from './apiHosts';
import { ApiError } from './ApiError';
import type { Operation } from './Operation';

const CREDENTIAL =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

/**
 * The answers that Google's API front end gives before a method is reached
 * (https://cloud.google.com/apis/design/errors, https://developers.google.com/workspace/admin/directory/v1/guides/troubleshoot-error-codes).
 */
export function missingCredential(operation: Operation): ApiError {
  return refuse(operation, {
    code: 401,
    status: 'UNAUTHENTICATED',
    message: `Request is missing required authentication credential. ${CREDENTIAL}`,
    legacy: { message: 'Login Required.', domain: 'global', reason: 'required', location: 'Authorization', locationType: 'header' },
    details: [errorInfo('CREDENTIALS_MISSING', { service: operation.host })],
    headers: { 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/"' },
  });
}

/** The token is unknown, expired, or its user is suspended or deleted. */
export function invalidCredential(operation: Operation): ApiError {
  return refuse(operation, {
    code: 401,
    status: 'UNAUTHENTICATED',
    message: `Request had invalid authentication credentials. ${CREDENTIAL}`,
    legacy: { message: 'Invalid Credentials', domain: 'global', reason: 'authError', location: 'Authorization', locationType: 'header' },
    details: [errorInfo('ACCESS_TOKEN_INVALID', { service: operation.host })],
    headers: { 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
  });
}

export function insufficientScopes(operation: Operation): ApiError {
  return refuse(operation, {
    code: 403,
    status: 'PERMISSION_DENIED',
    message: 'Request had insufficient authentication scopes.',
    legacy: { message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' },
    details: [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service: operation.host, method: operation.id })],
    headers: {
      'WWW-Authenticate': `Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="${operation.scopes.join(' ')}"`,
    },
  });
}

/** `project` is the number of the Cloud project that the token belongs to. */
export function apiDisabled(operation: Operation, project: string): ApiError {
  const title = apiHost(operation.host).title ?? operation.host;
  const url = `https://console.developers.google.com/apis/api/${operation.host}/overview?project=${project}`;
  const message =
    `${title} has not been used in project ${project} before or it is disabled. Enable it by visiting ${url} then retry. ` +
    'If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.';
  return refuse(operation, {
    code: 403,
    status: 'PERMISSION_DENIED',
    message,
    legacy: { message, domain: 'usageLimits', reason: 'accessNotConfigured', extendedHelp: 'https://console.developers.google.com' },
    details: [
      errorInfo('SERVICE_DISABLED', {
        service: operation.host,
        serviceTitle: title,
        consumer: `projects/${project}`,
        containerInfo: project,
        activationUrl: url,
      }),
      { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message },
      { '@type': 'type.googleapis.com/google.rpc.Help', links: [{ description: 'Google developers console API activation', url }] },
    ],
  });
}

/** Also what a JSON body sent as a form turns into: its text is taken for the name of a parameter. */
export function unknownParameter(operation: Operation, name: string): ApiError {
  return badRequest(
    operation,
    `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
  );
}

/** A field in a body that the request message does not have. */
export function unknownField(operation: Operation, name: string): ApiError {
  return badRequest(operation, `Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
}

/** `value` does not fit the parameter's type or enum. */
export function invalidParameter(operation: Operation, name: string, type: string, value: string): ApiError {
  return badRequest(operation, `Invalid value at '${snake(name)}' (${type}), "${value}"`, snake(name));
}

export function invalidJson(operation: Operation, text: string): ApiError {
  return badRequest(operation, `Invalid JSON payload received. Unexpected token.\n${text.slice(0, 60)}\n^`);
}

/** `fields` that cannot be parsed; `selector` is the parameter as it was sent. */
export function invalidFields(operation: Operation, selector: string, path: string): ApiError {
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
  return badRequest(operation, 'Request contains an invalid argument.', selector, description);
}

function badRequest(operation: Operation, message: string, field?: string, description = message): ApiError {
  return refuse(operation, {
    code: 400,
    status: 'INVALID_ARGUMENT',
    message,
    legacy: { message, reason: 'invalid' },
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.BadRequest',
        fieldViolations: [{ ...(field === undefined ? {} : { field }), description }],
      },
    ],
  });
}

interface Refusal {
  readonly code: number;
  readonly status: string;
  readonly message: string;
  readonly legacy: object;
  readonly details: readonly object[];
  readonly headers?: Readonly<Record<string, string>>;
}

function refuse(operation: Operation, { legacy, ...fields }: Refusal): ApiError {
  return new ApiError(apiHost(operation.host).legacyErrors ? { ...fields, errors: [legacy] } : fields);
}

function errorInfo(reason: string, metadata: Readonly<Record<string, string>>): object {
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
