import { ApiError } from '../network/ApiError';

/** Error bodies of the Chat API (https://developers.google.com/workspace/chat/troubleshoot-fix-errors, https://cloud.google.com/apis/design/errors). */
export function invalidArgument(message: string): ApiError {
  return new ApiError({ code: 400, status: 'INVALID_ARGUMENT', message });
}

export function permissionDenied(): ApiError {
  return new ApiError({ code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' });
}

export function notFound(): ApiError {
  return new ApiError({ code: 404, status: 'NOT_FOUND', message: 'Requested entity was not found.' });
}

export function alreadyExists(): ApiError {
  return new ApiError({ code: 409, status: 'ALREADY_EXISTS', message: 'Requested entity already exists' });
}

/** The Cloud project has the API on, but no Chat app (https://developers.google.com/workspace/chat/configure-chat-api). */
export function appNotFound(): ApiError {
  const message =
    'Google Chat app not found. To create a Chat app, you must turn on the Chat API and configure the app in the Google Cloud console.';
  return new ApiError({ code: 404, status: 'NOT_FOUND', message });
}

export function memberNameMalformed(): ApiError {
  return invalidArgument(
    'Missing or malformed user resource name in the request. Human user resource name must follow this format: users/{user}. ' +
      'App user resource name must be set as users/app.',
  );
}
