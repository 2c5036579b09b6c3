import { isMistake } from './translateException';

/**
 * Directory id of the person at the keyboard, by the OpenID Connect token that Apps Script makes for them
 * (https://developers.google.com/apps-script/reference/script/script-app#getidentitytoken). Undefined: there is no token, because the
 * permission `openid` was declined. Blank: there is one that names nobody. Its signature is not looked at: the platform hands it to this
 * execution directly, and nobody else could have written it.
 */
export const identitySubject = (): string | undefined => {
  const token = tokenOf();
  if (token === undefined) return undefined;
  try {
    const payload = Utilities.newBlob(Utilities.base64DecodeWebSafe(token.split('.')[1] ?? '')).getDataAsString();
    const { sub } = JSON.parse(payload) as { readonly sub?: unknown };
    return typeof sub === 'string' ? sub : '';
  } catch {
    return '';
  }
};

const tokenOf = (): string | undefined => {
  try {
    return (ScriptApp.getIdentityToken() as string | null) ?? undefined;
  } catch (thrown) {
    if (isMistake(thrown)) throw thrown;
    return undefined;
  }
};
