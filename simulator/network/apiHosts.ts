export interface ApiHost {
  /** Name in the texts about an API that is not enabled; undefined = needs no enabling. */
  readonly title: string | undefined;
  /** Error answers carry the older `errors[]` list beside the newer fields. */
  readonly legacyErrors: boolean;
}

/**
 * Google's API hosts that have operations here (https://developers.google.com/people,
 * https://developers.google.com/workspace/admin/directory, https://docs.cloud.google.com/iam/docs/reference/credentials/rest,
 * https://developers.google.com/workspace/chat/api/reference/rest,
 * https://docs.cloud.google.com/identity/docs/reference/rest, https://developers.google.com/identity/protocols/oauth2/service-account).
 */
export const apiHosts: Readonly<Record<string, ApiHost>> = {
  'people.googleapis.com': { title: 'People API', legacyErrors: false },
  'admin.googleapis.com': { title: 'Admin SDK API', legacyErrors: true },
  'iamcredentials.googleapis.com': { title: 'IAM Service Account Credentials API', legacyErrors: false },
  'chat.googleapis.com': { title: 'Google Chat API', legacyErrors: false },
  'cloudidentity.googleapis.com': { title: 'Cloud Identity API', legacyErrors: false },
  'oauth2.googleapis.com': { title: undefined, legacyErrors: false },
};

export function apiHost(host: string): ApiHost {
  const found = apiHosts[host];
  if (found === undefined) throw new Error(`simulator: ${host} has operations but is not listed in apiHosts`);
  return found;
}
