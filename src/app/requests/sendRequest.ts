import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { stands, withinCaps, type UsedCaps } from '../../core/approvals/covers';
import { noticeMilliseconds } from '../../core/approvals/checkSettings';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { needsRisk } from '../../core/approvals/Policy';
import { letThroughBy } from '../../core/approvals/letThroughBy';
import { whoDecides } from '../../core/approvals/whoDecides';
import { isTyped, numberToType } from '../../core/imports/ImportTotals';
import type { Actor } from '../actors/identify';
import { noticeKey } from '../approvals/notices';
import { readPolicy } from '../approvals/policyStore';
import { dropQuestion, pendingNow } from '../bridge/Question';
import type { Environment } from '../Environment';
import { findImportDraft } from '../imports/importDrafts';
import { findDraft } from '../workflow/drafts';
import { getPreApproval, preApprovalDigest, capsUsed, useCaps } from './preApprovals';
import { changeRequest, listEntries } from './requestStore';

const capsOf = ({ targets, planned }: RequestEntry): UsedCaps => ({ targets, deletions: planned.deletes ?? 0 });

/** S34: the pre-approval that is bound in the intent must still stand, and today's cap hold. */
const checkPreApproval = (env: Environment, entry: RequestEntry): Result<void> => {
  const record = getPreApproval(env, entry.preApprovalId);
  if (!record.ok) return record;
  // S51: it must still stand when the run may begin.
  const asked = { requesterId: entry.requesterId, workflow: { type: entry.type } };
  const standing = stands(record.value, asked, readPolicy(env), Math.max(env.now(), entry.startAt ?? 0));
  if (!standing.ok) return standing;
  // Actions, targets and numbers are in the intent, which only the operator reads: the record must be the one they were held against.
  if (!preApprovalDigest(record.value).startsWith(entry.preApprovalDigest ?? 'none')) {
    return fail(problem('preApproval.changed', { preApproval: record.value.id }));
  }
  return withinCaps(record.value, capsOf(entry), capsUsed(env, record.value.id).today);
};

/** Another change of the settings was carried out since this one was prepared, and it would be refused in the end. */
const isStale = (env: Environment, entry: RequestEntry): boolean =>
  listEntries(env).some((one) => one.kind === 'settings' && one.state === 'done' && one.changedAt >= entry.changedAt);

/** S2, S39: what keeps a request from being decided by officers; undefined: nothing does. */
export const hinderedBy = (env: Environment, operator: string, entry: RequestEntry): Problem | undefined => {
  if (entry.preApprovalId !== '') return undefined;
  if (entry.kind === 'settings' && isStale(env, entry)) return problem('settings.stale');
  if (env.authority.get(noticeKey(entry.id)) !== undefined) {
    // Break-glass: nobody has to approve it, but there must be time for the notice.
    return env.now() + noticeMilliseconds < entry.expiresAt ? undefined : problem('settings.noticeTooLate');
  }
  const policy = readPolicy(env);
  const changed = problem('request.rulesChanged', { name: entry.name });
  if (entry.needed === 0) return needsRisk(policy, entry.sync === undefined ? 'imports' : 'syncs', entry.requesterId) ? undefined : changed;
  const officers = whoDecides(policy, entry, operator);
  if (!officers.ok) return officers.problem;
  return entry.kind === 'workflow' && policy.needed > entry.needed ? changed : undefined;
};

/**
 * S25–S27, S34: sends a prepared request. `shownDigest` is what the person saw and confirmed, `typed` the number of removals (I28). A
 * pre-approval that covers it was found by the operator at the preview and lets it through; without one it waits for Security Officers.
 * What either rests on is looked at again when the run begins.
 */
export const sendRequest = (
  env: Environment,
  actor: Actor,
  { requestId, shownDigest, typed }: { readonly requestId: string; readonly shownDigest: string; readonly typed: string },
): Result<RequestEntry> => {
  const decide = (entry: RequestEntry): Result<RequestEntry> => {
    if (entry.requesterId !== actor.user.id) return fail(problem('request.notYours', { name: entry.name }));
    const now = env.now();
    const next = advance(entry, letThroughBy(entry) === undefined ? 'waiting' : 'approved', now);
    if (!next.ok) return next;
    if (entry.digest === '' || entry.digest !== shownDigest) return fail(problem('request.changed', { name: entry.name }));
    if (now >= entry.expiresAt) return fail(problem('request.expired', { name: entry.name }));
    const number = numberToType(entry.planned.rows);
    if (number !== undefined && !isTyped(typed, number)) return fail(problem('importData.numberMissing', { number }));
    const hindered = hinderedBy(env, actor.installation.operatorEmail, entry);
    if (hindered !== undefined) return fail(hindered);
    const stand = entry.preApprovalId === '' ? ok(undefined) : checkPreApproval(env, entry);
    return stand.ok ? next : stand;
  };
  const sent = changeRequest(env, requestId, decide, (entry) => ({
    ...(entry.preApprovalId === '' ? {} : useCaps(env, entry.preApprovalId, capsOf(entry))),
    ...pendingNow,
  }));
  if (!sent.ok) return sent;
  // The draft became a request: read once more, it goes.
  findDraft(env);
  findImportDraft(env);
  env.log('request.sent', { request: requestId, state: sent.value.state, preApproval: sent.value.preApprovalId });
  return sent;
};

/** Lets a request go that was not sent, or that nobody has let through yet. */
export const withdrawRequest = (env: Environment, actor: Actor, requestId: string): Result<RequestEntry> => {
  const withdrawn = changeRequest(env, requestId, (entry) =>
    entry.requesterId === actor.user.id ? advance(entry, 'withdrawn', env.now()) : fail(problem('request.notYours', { name: entry.name })),
  );
  if (withdrawn.ok) dropQuestion(env, requestId);
  return withdrawn;
};
