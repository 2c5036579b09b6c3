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
