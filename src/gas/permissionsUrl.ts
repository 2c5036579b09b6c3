/**
 * Google's page on which the person at the keyboard allows what they had left out
 * (https://developers.google.com/apps-script/reference/script/authorization-info). Undefined when nothing is missing, and when
 * Google does not say: a card that wants to help must not fail over it.
 */
export const permissionsUrl = (): string | undefined => {
  try {
    return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl() || undefined;
  } catch {
    return undefined;
  }
};
