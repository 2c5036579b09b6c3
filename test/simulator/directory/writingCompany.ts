import { type Json, SCOPE, sampleCompany } from '../network/sampleCompany';

/** The sample company with a hand to change its directory as Ada, or with another token. */
export function writingCompany() {
  const company = sampleCompany();
  const { world, project, ada, send } = company;
  const scopes = [
    'admin.directory.user',
    'admin.directory.group.member',
    'admin.directory.group',
    'admin.directory.rolemanagement',
    'admin.directory.userschema',
  ];
  const tokenOf = (userId: string) =>
    world.cloud.issueToken({ userId, scopes: scopes.map((scope) => SCOPE + scope), via: 'user', project: project.number });
  const adminToken = tokenOf(ada.id);
  const call = (method: string, path: string, body?: object, token = adminToken): { status: number; json: Json } => {
    const response = send(method, `https://admin.googleapis.com/admin/directory/v1/${path}`, {
      token,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: response.body === '' ? undefined : JSON.parse(response.body) };
  };
  /** Changes one user; `method` is PUT unless it is given. */
  const change = (userKey: string, body: object, token = adminToken, method = 'PUT') => call(method, `users/${userKey}`, body, token);
  /** A delegated administrator with these privileges, and a token. */
  const delegate = (...adminPrivileges: string[]) => {
    const user = world.directory.addUser({ primaryEmail: 'delegate@acme.test', isDelegatedAdmin: true, adminPrivileges });
    return { user, token: tokenOf(user.id) };
  };
  return { ...company, directory: world.directory, tokenOf, adminToken, call, change, delegate };
}

/** An error answer with Google's text and reason. */
export const refusal = (code: number, message: string, reason: string) =>
  expect.objectContaining({
    status: code,
    json: { error: expect.objectContaining({ code, message, errors: [expect.objectContaining({ reason })] }) },
  });
