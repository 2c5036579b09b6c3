/** `expires_in` of access tokens, seconds (https://developers.google.com/identity/protocols/oauth2/service-account). */
export const ACCESS_TOKEN_SECONDS = 3600;
