import type { Environment } from '../app/Environment';
import { readInstallation } from '../app/setUp/Installation';
import type { Result } from '../core/base/Result';
import { ok } from '../core/base/Result';
import type { Task } from '../google/Call';
import { call } from '../google/request';

/**
 * Whether the effective user is the operator that set-up recorded, by Directory id. A problem when that cannot be told. Who holds
 * no administrator role is looked up as everybody in the organization may be (viewType domain_public,
 * https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/get); an operator may be hidden there.
 */
export const runsAsOperator = (env: Environment): Result<boolean> => {
  const installation = readInstallation(env);
  if (!installation.ok) return installation;
  const id = env.asSelf(idOf(env.who.effectiveEmail), { calls: 2 });
  return id.ok ? ok(id.value === installation.value.operatorId) : id;
};

function* idOf(email: string): Task<Result<string>> {
  const get = (viewType: string) =>
    call<{ id: string }>('directory.users.get', { kind: 'self' }, { path: { userKey: email }, query: { viewType, fields: 'id' } });
  let found = yield* get('admin_view');
  if (!found.ok && found.problem.code === 'google.notAuthorized') found = yield* get('domain_public');
  return found.ok ? ok(found.value.id) : found;
}
