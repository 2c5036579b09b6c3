import { changePolicy } from '../../core/approvals/changePolicy';
import { checkSettings } from '../../core/approvals/checkSettings';
import type { Policy } from '../../core/approvals/Policy';
import type { PreApproval } from '../../core/approvals/PreApproval';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { nameOf } from '../../core/approvals/describeSettings';
import { makersOf, concernedBy } from '../../core/approvals/SettingsChange';
import type { SettingsIntent } from '../../core/approvals/SettingsIntent';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { Environment, Tables } from '../Environment';
import { isPassing } from '../requests/observeSources';
import { dropOldPreApprovals, listPreApprovals, preApprovalKey } from '../requests/preApprovals';
import { readRequester } from '../requests/readRequester';
import { changeRequest, getRequest } from '../requests/requestStore';
import { writeRequestView } from '../requests/requestsView';
import { readSettingsIntent } from '../requests/settingsRecords';
import { doTask } from '../runs/doTask';
import { pauseFor } from '../runs/pause';
import { isStopped, stopKey } from '../runs/stopRun';
import type { Installation } from '../setUp/Installation';
import { checkOfficers } from './checkOfficers';
import { observeSettings, type ObservedSettings } from './observeSettings';
import { policyKey, readPolicy } from './policyStore';

/** Characters of a request's id that name the pre-approval it made. */
const shortId = 8;

/** Break-glass: nobody denied it within the notice. */
const noticeIsOver = ({ change }: SettingsIntent, { startAt }: RequestEntry, now: number): boolean =>
  change.kind === 'appointOfficer' && change.byNotice === true && startAt !== undefined && now >= startAt;

/** The script properties that the change writes. */
const valuesOf = (
  env: Environment,
  intent: SettingsIntent,
  policy: Policy,
  deciders: readonly string[],
): Result<Readonly<Record<string, string>>> => {
  const { change } = intent;
  const next = { [policyKey]: JSON.stringify(changePolicy(policy, change, env.now())) };
  const withRecord = (record: PreApproval): Readonly<Record<string, string>> => ({
    ...next,
    [preApprovalKey(record.id)]: JSON.stringify(record),
  });
  if (change.kind === 'addPreApproval') {
    const makers = makersOf(change.terms, policy, intent.requesterId, deciders);
    if (makers === undefined) return fail(problem('settings.tooFewDeciders', { needed: intent.needed, deciders: deciders.length }));
    return ok(withRecord({ id: intent.requestId.slice(0, shortId), ...makers, ...change.terms }));
  }
  if (change.kind !== 'endPreApproval') return ok(next);
  const record = listPreApprovals(env).find(({ id }) => id === change.id);
  // It stays listed as ended, with what went through under it.
  return record === undefined
    ? fail(problem('preApproval.gone', { preApproval: change.id }))
    : ok(withRecord({ ...record, until: env.now() }));
};

/** Everything that the approval rests on, looked at again. */
const check = (
  env: Environment,
  ledger: Tables,
  entry: RequestEntry,
): Result<{ readonly intent: SettingsIntent; readonly deciders: readonly string[]; readonly observed: ObservedSettings }> => {
  if (isStopped(env, entry.id)) return fail(problem('run.stopped'));
  const read = readSettingsIntent(ledger, entry);
  if (!read.ok) return read;
  const intent = read.value;
  if (env.now() >= intent.expiresAt) return fail(problem('request.expired', { name: entry.name }));
  const requester = readRequester(env, entry);
  if (!requester.ok) return requester;
  if (!requester.value.isAdmin) return fail(problem('request.requesterNotAllowed'));
  const deciders = noticeIsOver(intent, entry, env.now()) ? ok([]) : checkOfficers(env, entry, intent, concernedBy(intent.change));
  if (!deciders.ok) return deciders;
  const observed = doTask(env, () => observeSettings(intent.change, readPolicy(env)));
  return observed.ok ? ok({ intent, deciders: deciders.value, observed: observed.value }) : observed;
};

/** The change and the end of its request are one write under the lock, on top of the very policy that was approved. */
const apply = (env: Environment, ledger: Tables, entry: RequestEntry): Result<RequestEntry> => {
  const checked = check(env, ledger, entry);
  if (!checked.ok) return checked;
  const { intent, deciders, observed } = checked.value;
  let values: Readonly<Record<string, string>> = {};
  return changeRequest(
    env,
    entry.id,
    (current) => {
      const policy = readPolicy(env);
      if (policy.version !== intent.basedOn) return fail(problem('settings.stale'));
      const preApprovals = listPreApprovals(env);
      const { users, activeOfficers } = observed;
      const facts = { now: env.now(), requesterId: intent.requesterId, users, preApprovals, activeOfficers };
      const [impossible] = checkSettings(intent.change, policy, facts);
      if (impossible !== undefined) return fail(impossible.problem);
      const written = valuesOf(env, intent, policy, deciders);
      if (!written.ok) return written;
      values = written.value;
      const running = current.state === 'running' ? ok(current) : advance(current, 'running', env.now());
      return running.ok ? advance(running.value, 'done', env.now()) : running;
    },
    () => values,
    // In words: who is appointed, what is allowed. What was there before stands in the rows before.
    () => ({ details: `change: ${nameOf(intent.change)}` }),
  );
};

const refuse = (env: Environment, entry: RequestEntry, reason: Problem): Result<RequestEntry> =>
  changeRequest(env, entry.id, (current) => {
    const next = advance(current, reason.code === 'run.stopped' ? 'stopped' : 'failed', env.now());
    return next.ok ? ok({ ...next.value, reason }) : next;
  });

/** Carries an approved settings request out, or refuses it for good. False: not now, try again at the next look. */
export const applySettings = (env: Environment, installation: Installation, requestId: string): boolean => {
  const entry = getRequest(env, requestId);
  const ledger = env.ledger(installation.ledgerId);
  const workbook = env.workbook(installation.workbookId);
  if (!entry.ok) return true;
  if (!ledger.ok || !workbook.ok) return false;
  dropOldPreApprovals(env);
  const applied = apply(env, ledger.value, entry.value);
  if (!applied.ok && isPassing(applied.problem)) {
    pauseFor(env, applied.problem);
    return false;
  }
  const closed = applied.ok ? applied : refuse(env, entry.value, applied.problem);
  if (!closed.ok) return false;
  env.authority.delete(stopKey(requestId));
  writeRequestView(workbook.value, closed.value);
  env.log('settings.applied', { request: requestId, state: closed.value.state, code: applied.ok ? '' : applied.problem.code });
  return true;
};
