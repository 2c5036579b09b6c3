import { ApiError } from '../network/ApiError';

/** Error answers of the People API. Texts seen in public reports are kept; where none is known the text says what is wrong. */
export function invalidArgument(message: string, details?: readonly unknown[]): ApiError {
  return new ApiError({ code: 400, status: 'INVALID_ARGUMENT', message, details });
}

export interface FieldViolation {
  readonly field?: string;
  readonly description: string;
}

/** One answer for all violations of a request (https://cloud.google.com/apis/design/errors). */
export function badRequest(violations: readonly FieldViolation[]): ApiError {
  return invalidArgument(violations.map((violation) => violation.description).join('\n'), [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);
}

export function notFound(): ApiError {
  return new ApiError({ code: 404, status: 'NOT_FOUND', message: 'Requested entity was not found.' });
}

export function maskRequired(parameter: string, page: string): ApiError {
  return invalidArgument(`${parameter} mask is required. Please specify one or more valid paths. Valid paths are documented at ${page}.`);
}

export function maskInvalid(parameter: string, path: string, page: string): ApiError {
  return invalidArgument(`Invalid ${parameter} mask path: "${path}". Valid paths are documented at ${page}.`);
}

export function notAContact(resourceName: string): ApiError {
  return invalidArgument(`Resource name "${resourceName}" is not a valid contact person resource.`);
}

export function etagMissing(): ApiError {
  return invalidArgument('Request must set person.etag or person.metadata.sources.etag for the source that is being updated.');
}

/** The contact has changed since it was read. */
export function etagDifferent(): ApiError {
  return new ApiError({
    code: 400,
    status: 'FAILED_PRECONDITION',
    message: 'Request person.etag is different than the current person.etag. Clear local cache and get the latest person.',
  });
}

export function moreThanOne(field: string): ApiError {
  return invalidArgument(`Cannot have more than one person.${field} per source.`);
}

export function groupNameTaken(): ApiError {
  return new ApiError({ code: 409, status: 'ALREADY_EXISTS', message: 'Contact group name already exists.' });
}

export function groupEtagOutdated(): ApiError {
  return new ApiError({ code: 409, status: 'ABORTED', message: 'Contact group etag is outdated' });
}

/** The 25,000 contacts are used up (https://support.google.com/contacts/answer/148779). */
export function overflow(code: 400 | 403 | 429): ApiError {
  const status = { 400: 'FAILED_PRECONDITION', 403: 'PERMISSION_DENIED', 429: 'RESOURCE_EXHAUSTED' }[code];
  return new ApiError({ code, status, message: 'MY_CONTACTS_OVERFLOW_COUNT' });
}

/** Another write of the same user is under way. */
export function aborted(): ApiError {
  return new ApiError({ code: 409, status: 'ABORTED', message: 'The operation was aborted.' });
}

/** The opaque limit: no metric, no number. */
export function exhausted(): ApiError {
  return new ApiError({
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    message: 'Resource has been exhausted (e.g. check quota).',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
        violations: [{ subject: 'QUOTA_EXCEEDED', description: 'FBS quota limit exceeded' }],
      },
    ],
  });
}

export function syncTokenExpired(): ApiError {
  return new ApiError({
    code: 400,
    status: 'FAILED_PRECONDITION',
    message: 'Sync token is expired. Clear local cache and retry call without the sync token.',
    details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'EXPIRED_SYNC_TOKEN', domain: 'people.googleapis.com' }],
  });
}

/** google.rpc.Code numbers of the statuses used here (https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto). */
const CODES: Readonly<Record<string, number>> = {
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
};

/** An error as google.rpc.Status, for entries of a batch. */
export function statusOf(error: ApiError): { code: number; message: string } {
  return { code: CODES[error.fields.status ?? ''] ?? 2, message: error.fields.message };
}
