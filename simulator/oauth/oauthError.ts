import { ApiError } from '../network/ApiError';

/** An error answer of the token endpoint: `{error, error_description}` (https://developers.google.com/identity/protocols/oauth2/service-account#error-codes). */
export function oauthError(error: string, description?: string, code = 400): ApiError {
  const rawBody = { error, ...(description === undefined ? {} : { error_description: description }) };
  return new ApiError({ code, message: description ?? error, rawBody });
}
