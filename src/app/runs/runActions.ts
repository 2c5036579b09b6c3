import { compareText } from '../../core/base/compareText';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { createsAccounts, isCreation, isImport, isRemoval, isSync, needsContacts } from '../../core/workflows/Action';
import { actionOf, type BoundCopy } from '../../core/workflows/Intent';
import { readSource } from '../requests/observeSources';
import { readOutcomes } from '../requests/records';
import { actOnTargets } from './actOnTargets';
import type { ActionWork } from './ActionWork';
import { changeWork } from './changeWork';
import { copyWork } from './copyWork';
import { creationWork } from './creationWork';
import { doTask } from './doTask';
import { importWork } from './importWork';
import { namedContacts } from './namedContacts';
import { atNewAccounts } from './observeTargets';
import { readParked } from './parkedTargets';
import { removalWork } from './removalWork';
import type { RunWork } from './RunWork';
import { sourceChange } from './sourceChange';
import { syncWork } from './syncWork';
import { undoWork } from './undoWork';

/** The source as it was previewed, in one order in every slice: checkpoints count along it. */
const readApprovedSource = (work: RunWork, index: number, bound: BoundCopy): Result<SourceSnapshot> => {
  const { env, installation } = work;
  const snapshot = doTask(env, () => readSource({ serviceAccount: installation.serviceAccount, now: env.now }, actionOf(bound)));
  if (!snapshot.ok) return snapshot;
  const changed = sourceChange(work, index, bound, snapshot.value);
  if (changed !== undefined) return fail(changed);
  const contacts = [...snapshot.value.contacts].sort((one, other) => compareText(one.sourceContactId, other.sourceContactId));
  return ok({ ...snapshot.value, contacts });
};

const workOf = (work: RunWork, index: number): Result<ActionWork> => {
  const bound = work.intent.actions[index];
  if (bound === undefined) throw new Error(`no action ${index}`);
  if (isCreation(bound)) return creationWork(work, index);
  if (isImport(bound)) return importWork(work, index);
  if (isSync(bound)) return syncWork(work, index, bound);
  if (isRemoval(bound)) return removalWork(work, index, bound);
  if (bound.kind === 'undoChanges') return undoWork(work, index, bound);
  if (!('source' in bound)) return changeWork(work, index, bound);
  // Google is asked nothing for a preview that is not the approved one.
  const named = namedContacts(work.ledger, work.intent, index);
  if (!named.ok) return named;
  const snapshot = readApprovedSource(work, index, bound);
  return snapshot.ok ? ok(copyWork(work, bound, snapshot.value, named.value(snapshot.value))) : snapshot;
};

/** Targets at which the action has not ended, and when they are looked at again. */
const noteOpen = ({ ledger, intent, env }: RunWork, index: number, open: Map<string, number>): void => {
  const ended = new Set(readOutcomes(ledger, intent.requestId).flatMap((one) => (one.action === index ? [one.targetId] : [])));
  const parked = new Map(
    readParked(ledger, intent.requestId).flatMap((one) => (one.action === index ? [[one.targetId, one.checkpoint.until] as const] : [])),
  );
  for (const userId of intent.targetIds) {
    if (!ended.has(userId)) open.set(userId, Math.max(open.get(userId) ?? 0, parked.get(userId) ?? 0, env.now() + 1));
  }
};

/** What may keep a copy that waits for a new account from being looked at again. */
const shutsOut = (kind: string): boolean => kind === 'suspendUser' || kind === 'moveToOrgUnit';

/**
 * Every action in turn, at the targets that have not ended. Targets that wait for the reads to catch up hold nothing else up; when
 * only such are left the problem says until when.
 */
export const runActions = (work: RunWork): Result<void> => {
  const { env, intent, ledger, accounts } = work;
  let [later, gone]: (Problem | undefined)[] = [];
  const [open, uncreated] = [new Map<string, number>(), new Map<string, number>()];
  // Acting on one action stores nothing about another, so one read serves all.
  const [outcomes, allParked] = [readOutcomes(ledger, intent.requestId), readParked(ledger, intent.requestId)];
  for (let index = 0; index < intent.actions.length; index += 1) {
    // A change of the user waits for what comes before it: a copy that is not settled could not be looked at after a suspension.
    // At a new account a copy may wait for a day; only what could shut it out waits for that.
    const kind = intent.actions[index]?.kind ?? '';
    const waitsForAll = accounts === undefined ? !needsContacts({ kind }) : shutsOut(kind);
    const held = new Map(waitsForAll ? open : uncreated);
    const ended = new Map(outcomes.filter((one) => one.action === index).map((one) => [one.targetId, one]));
    const left = intent.targetIds.filter((userId) => !ended.has(userId));
    const parked = new Map(
      allParked.filter((one) => one.action === index && !ended.has(one.targetId)).map((one) => [one.targetId, one.checkpoint]),
    );
    const until = Math.min(...left.map((userId) => Math.max(held.get(userId) ?? 0, parked.get(userId)?.until ?? 0)));
    if (left.length > 0 && until > env.now()) later ??= problem('run.looksAgain', { until });
    if (left.length > 0 && until <= env.now()) {
      const doing = workOf(work, index);
      if (!doing.ok && doing.problem.code === 'action.placeGone') {
        // Said once, of the request; what does not depend on it goes on.
        gone ??= doing.problem;
        continue;
      }
      if (!doing.ok) return doing;
      const acting = accounts === undefined || createsAccounts({ kind }) ? doing.value : atNewAccounts(doing.value, accounts, env.now);
      const acted = actOnTargets(work, index, acting, ended, parked, held);
      if (createsAccounts({ kind })) accounts?.learn();
      if (!acted.ok && acted.problem.code !== 'run.looksAgain') return acted;
      if (!acted.ok) later ??= acted.problem;
    }
    if (later !== undefined) noteOpen(work, index, open);
    if (later !== undefined && kind === 'createUsers') noteOpen(work, index, uncreated);
  }
  const end = later ?? gone;
  if (end !== undefined) return fail(end);
  env.log('run.complete', { request: intent.requestId, targets: intent.targetIds.length });
  return ok(undefined);
};
