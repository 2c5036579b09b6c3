import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { noCalls } from '../../core/plan/PlannedCalls';
import { tryNewAccountAgain } from '../../core/runs/accountReady';
import type { TargetOutcome } from '../../core/runs/TargetOutcome';
import { unpackNewUser } from '../../core/users/NewUser';
import { unpackChanges } from '../../core/users/packChanges';
import { passwordFrom } from '../../core/users/passwordFrom';
import type { DirectoryChange } from '../../core/users/UserChange';
import type { Task } from '../../google/Call';
import { changeUser } from '../apply/changeUser';
import { createUser } from '../apply/createUser';
import type { PlannedChanges } from '../apply/planForUser';
import { planTouched } from '../apply/planTouched';
import { keepersOf } from '../approvals/keepersOf';
import { readBoundPreviews } from '../requests/readBoundPreviews';
import type { ActionWork } from './ActionWork';
import { creationsAtOnce } from './creationWork';
import type { RunWork } from './RunWork';

const suspends = (changes: readonly DirectoryChange[]): boolean =>
  changes.some((change) => change.kind === 'setUserSetting' && change.setting === 'suspended' && change.after === 'true');

interface NamedRow {
  readonly changes: readonly DirectoryChange[];
  /** What the preview found to be so. */
  readonly alreadySo: number;
}

/** Looks the user up and plans what is left of their row. Who decides or administers since the preview is not locked out. */
function* planRow(named: NamedRow, userId: string, keepers: ReadonlySet<string>): Task<Result<PlannedChanges>> {
  const planned = yield* planTouched(named.changes, userId);
  if (!planned.ok) return planned;
  const { record, alreadySo } = planned.value;
  if (suspends(named.changes) && record['isAdmin'] === true) return fail(problem('user.administratorKept'));
  if (suspends(named.changes) && keepers.has(userId)) return fail(problem('user.keeperKept'));
  return ok({ ...planned.value, alreadySo: alreadySo + named.alreadySo });
}

/** A row that is so already costs nothing. */
function* unchanged(targetId: string, alreadySo: number): Task<TargetOutcome> {
  yield* [];
  return { targetId, status: 'done', created: 0, changed: 0, skipped: alreadySo, failed: 0 };
}

/** Each row as the preview named it: users are changed or created. Rows that failed there end as failed. */
export const importWork = ({ env, installation, ledger, intent }: RunWork, action: number): Result<ActionWork> => {
  const previews = readBoundPreviews(ledger, intent, action);
  if (!previews.ok) return previews;
  const keepers = keepersOf(env, installation);
  /** When accounts of this run were created. */
  const since = new Map<string, number>();
  return ok({
    leavesOut: ({ id }) => previews.value.get(id)?.problem,
    task: ({ id }, takenUp) => {
      const { contacts = '', alreadySo = 0 } = previews.value.get(id) ?? {};
      const plan = unpackNewUser(contacts);
      if (plan !== undefined) {
        const isThere = (at?: string): void => void since.set(id, at === undefined ? env.now() : Date.parse(at));
        return createUser(plan, intent.requestId, { ...takenUp, isThere }, passwordFrom(env.newId));
      }
      const changes = unpackChanges(contacts);
      if (changes.length === 0) return unchanged(id, alreadySo);
      return changeUser(() => planRow({ changes, alreadySo }, id, keepers), id, changes, takenUp);
    },
    callsFor: () => noCalls,
    // Chat comes minutes after the account.
    triesAgain: (targetId, reason) => {
      const at = since.get(targetId);
      return at === undefined || reason.code !== 'google.notAddedToSpace' ? undefined : tryNewAccountAgain(reason, at, env.now());
    },
    ...([...previews.value.values()].some(({ contacts }) => unpackNewUser(contacts) !== undefined) ? { sideBySide: creationsAtOnce } : {}),
  });
};
