import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { gateReasons, type GateReason } from '../../core/imports/gateReasons';
import { unpackNewUser } from '../../core/users/NewUser';
import { unpackChanges } from '../../core/users/packChanges';
import { textOf } from '../../core/users/UserRecord';
import type { BoundImport, Intent } from '../../core/workflows/Intent';
import type { Subject, Task } from '../../google/Call';
import { getUserRecord } from '../../google/directoryWrites';
import { listLabelledGroups } from '../../google/labelledGroups';
import { keepersOf } from '../approvals/keepersOf';
import { readPolicy } from '../approvals/policyStore';
import type { Environment, Tables } from '../Environment';
import { readBoundPreviews } from '../requests/readBoundPreviews';
import { doTask } from '../runs/doTask';
import { readInstallation } from '../setUp/Installation';

const self: Subject = { kind: 'self' };

/** Ids and addresses, in lower case. Only security groups can hold a role of administrators (https://support.google.com/a/answer/9807615). */
function* observeSecurityGroups(operatorId: string): Task<Result<ReadonlySet<string>>> {
  const operator = yield* getUserRecord(self, operatorId);
  if (!operator.ok) return operator;
  return yield* listLabelledGroups(self, textOf(operator.value['customerId']), 'security');
}

/** I36: why officers decide about an import whatever the settings say: of the changes that its preview names, as users and groups are now. */
export const findRisks = (
  env: Environment,
  ledger: Tables,
  intent: Pick<Intent, 'requestId' | 'actions'>,
  action: BoundImport,
  users: readonly DirectoryUser[],
): Result<ReadonlySet<GateReason>> => {
  const previews = readBoundPreviews(ledger, intent, intent.actions.indexOf(action));
  if (!previews.ok) return previews;
  const installation = readInstallation(env);
  if (!installation.ok) return installation;
  const named = [...previews.value.values()].filter((one) => one.problem === undefined);
  const rows = named.map(({ targetId, contacts, warning }) => ({
    targetId,
    creates: unpackNewUser(contacts) !== undefined,
    changes: unpackChanges(contacts),
    // What the preview warned of: it looked everybody up.
    wasHolder: warning !== undefined,
  }));
  const joins = rows.some(({ changes }) => changes.some(({ kind }) => kind === 'addMember'));
  const rights = joins ? doTask(env, () => observeSecurityGroups(installation.value.operatorId)) : ok(new Set<string>());
  if (!rights.ok) return rights;
  const { accessGroups = [], chatAccess } = readPolicy(env);
  const access = new Set([...accessGroups, ...(chatAccess === undefined ? [] : [chatAccess])].map(({ groupId }) => groupId));
  const holders = new Set<string>([
    ...keepersOf(env, installation.value),
    ...users.filter(({ isAdmin, isDelegatedAdmin }) => isAdmin || isDelegatedAdmin).map(({ id }) => id),
    ...rows.flatMap(({ targetId, wasHolder }) => (wasHolder ? [targetId] : [])),
  ]);
  return ok(
    gateReasons(rows, action, {
      isHolder: (userId) => holders.has(userId),
      givesRights: ({ groupId, email }) => [groupId, email].some((key) => rights.value.has(key.toLowerCase())) || access.has(groupId),
    }),
  );
};
