/** `exp` of a signed JWT lies at most this far in the future (https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt). */
export const JWT_LIFETIME_SECONDS = 12 * 60 * 60;

/** Requests that make or sign credentials, per minute and Cloud project (https://docs.cloud.google.com/iam/quotas). */
export const SIGNINGS_PER_MINUTE = 60_000;
