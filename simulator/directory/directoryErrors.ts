import { ApiError } from '../network/ApiError';

/** Error bodies of the Directory API (https://developers.google.com/workspace/admin/directory/v1/guides/troubleshoot-error-codes). */
export function resourceNotFound(parameter: string): ApiError {
  return new ApiError({ code: 404, message: `Resource Not Found: ${parameter}`, reason: 'notFound' });
}

export function invalidInput(what: string): ApiError {
  return new ApiError({ code: 400, message: `Invalid Input: ${what}`, reason: 'invalid' });
}

/** The key names something of another kind: a group where a user is asked for. */
export function typeNotSupported(parameter: string): ApiError {
  return new ApiError({ code: 400, message: `Type not supported: ${parameter}`, reason: 'invalid' });
}

export function badRequest(): ApiError {
  return new ApiError({ code: 400, message: 'Bad Request', reason: 'badRequest' });
}

export function invalidValue(parameter: string, message: string): ApiError {
  const errors = [{ message, domain: 'global', reason: 'invalidParameter', location: parameter, locationType: 'parameter' }];
  return new ApiError({ code: 400, message, errors });
}

export function listingTimedOut(): ApiError {
  return new ApiError({ code: 503, message: 'Service unavailable. Please try again', reason: 'backendError' });
}

export function domainNotFound(): ApiError {
  return new ApiError({ code: 404, message: 'Domain not found.', reason: 'notFound' });
}

/** A value of the wrong kind in a body; `type` is a google.protobuf type such as `TYPE_BOOL`. */
export function invalidField(name: string, type: string, value: unknown): ApiError {
  const message = `Invalid value at '${name}' (${type}), ${JSON.stringify(value)}`;
  return new ApiError({ code: 400, status: 'INVALID_ARGUMENT', message, reason: 'invalid' });
}

/** 400 with Google's own sentence, such as `Invalid Password`. */
export function invalid(message: string): ApiError {
  return new ApiError({ code: 400, message, reason: 'invalid' });
}

export function missingField(name: string): ApiError {
  return new ApiError({ code: 400, message: `Missing required field: ${name}`, reason: 'required' });
}

export function entityExists(): ApiError {
  return new ApiError({ code: 409, message: 'Entity already exists.', reason: 'duplicate' });
}

export function memberExists(): ApiError {
  return new ApiError({ code: 409, message: 'Member already exists.', reason: 'duplicate' });
}

/** 412; `reason` is Google's, by default `conditionNotMet`. */
export function conditionNotMet(message: string, reason = 'conditionNotMet', code: 412 | 400 = 412): ApiError {
  return new ApiError({ code, message, reason });
}
