/** URL, characters. https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
export const URL_LENGTH = 2082;
/** Calls of one user in a day, Workspace account. https://developers.google.com/apps-script/guides/services/quotas */
export const FETCHES_PER_DAY = 100_000;
/** Body of a request, bytes. https://developers.google.com/apps-script/guides/services/quotas */
export const PAYLOAD_SIZE = 50 * 1024 * 1024;
/** Body of a response, bytes. https://developers.google.com/apps-script/guides/services/quotas */
export const RESPONSE_SIZE = 50 * 1024 * 1024;
/** Headers of one request, and their bytes. https://developers.google.com/apps-script/guides/services/quotas */
export const HEADERS = 100;
export const HEADERS_SIZE = 8 * 1024;
/** Seconds a fetch waits when `timeoutSeconds` is not given. https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
export const DEFAULT_TIMEOUT_SECONDS = 360;
/** Characters of an error body that the exception shows. Google publishes no number: reports show 100 to 200. */
export const SHOWN_BODY = 150;
