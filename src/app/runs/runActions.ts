import { compareText } from '../../core/base/compareText';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { SourceSnapshot } from '../../core/copy/CopyContactsAction';
import { compareSources } from '../../core/runs/compareSources';
import { actionOf } from '../../core/workflows/Intent';
import { readSource, recordOf } from '../requests/observeSources';
import { getSource, readOutcomes } from '../requests/records';
import { copyToTargets } from './copyToTargets';
import { doTask } from './doTask';
import { readParked } from './parkedTargets';
import type { RunWork } from './RunWork';

/** B2: a source that is not as it was previewed refuses the run, and says what changed. */
const readApprovedSource = (work: RunWork, index: number): Result<SourceSnapshot> => {
  const { env, installation, intent, ledger } = work;
  const bound = intent.actions[index];
  if (bound === undefined) throw new Error(`no action ${index}`);
  const snapshot = doTask(env, () => readSource({ serviceAccount: installation.serviceAccount, now: env.now }, actionOf(bound)));
  if (!snapshot.ok) return snapshot;
  if (snapshot.value.fingerprint === bound.source.fingerprint) {
    // One order in every slice: checkpoints count along it.
    const contacts = [...snapshot.value.contacts].sort((one, other) => compareText(one.sourceContactId, other.sourceContactId));
    return ok({ ...snapshot.value, contacts });
  }
  const before = getSource(ledger, intent.requestId, index);
  const { added, edited, removed } = compareSources(before?.index ?? [], recordOf(snapshot.value).index);
  return fail(problem('run.sourceChanged', { added, edited, removed }));
};

/**
 * Every action in turn, at the targets that have not ended. Targets that wait for the reads to catch up hold nothing else up; when
 * only such are left the problem says until when.
 */
export const runActions = (work: RunWork): Result<void> => {
  const { env, intent, ledger } = work;
  let later: Problem | undefined;
  for (let index = 0; index < intent.actions.length; index += 1) {
    const ended = new Map(
      readOutcomes(ledger, intent.requestId)
        .filter((one) => one.action === index)
        .map((one) => [one.targetId, one]),
    );
    const open = intent.targetIds.filter((userId) => !ended.has(userId));
    const parked = new Map(
      readParked(ledger, intent.requestId)
        .filter((one) => one.action === index && !ended.has(one.targetId))
        .map((one) => [one.targetId, one.checkpoint]),
    );
    const until = Math.min(...open.map((userId) => parked.get(userId)?.until ?? 0));
    if (open.length > 0 && until > env.now()) later ??= problem('run.looksAgain', { until });
    if (open.length === 0 || until > env.now()) continue;
    const snapshot = readApprovedSource(work, index);
    if (!snapshot.ok) return snapshot;
    const copied = copyToTargets(work, index, snapshot.value, ended, parked);
    if (!copied.ok && copied.problem.code !== 'run.looksAgain') return copied;
    if (!copied.ok) later ??= copied.problem;
  }
  if (later !== undefined) return fail(later);
  env.log('run.complete', { request: intent.requestId, targets: intent.targetIds.length });
  return ok(undefined);
};
