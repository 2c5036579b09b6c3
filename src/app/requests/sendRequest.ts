import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import { stands } from '../../core/approvals/covers';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import type { Actor } from '../actors/identify';
import { readPolicy } from '../approvals/policyStore';
import { dropQuestion, pendingNow } from '../bridge/Question';
import type { Environment } from '../Environment';
import { findDraft } from '../workflow/drafts';
import { getPreApproval, targetsUsedToday, usedTargets } from './preApprovals';
import { changeRequest } from './requestStore';

/**
 * S25–S27, S34: sends a prepared request. `shownDigest` is what the person saw and confirmed. A pre-approval that covers it was
 * found by the operator at the preview and is bound in the intent; here it must still stand, and once more when the run begins,
 * there with every target looked up again. Without one nothing happens: nobody can approve yet.
 */
export const sendRequest = (env: Environment, actor: Actor, requestId: string, shownDigest: string): Result<RequestEntry> => {
  const decide = (entry: RequestEntry): Result<RequestEntry> => {
    if (entry.requesterId !== actor.user.id) return fail(problem('request.notYours', { name: entry.name }));
    const now = env.now();
    const next = advance(entry, 'approved', now);
    if (!next.ok) return next;
    if (entry.digest === '' || entry.digest !== shownDigest) return fail(problem('request.changed', { name: entry.name }));
    if (now >= entry.expiresAt) return fail(problem('request.expired', { name: entry.name }));
    if (entry.preApprovalId === '') return fail(problem('request.nobodyCanApprove', { name: entry.name }));
    const record = getPreApproval(env, entry.preApprovalId);
    if (!record.ok) return record;
    const asked = {
      requesterId: entry.requesterId,
      workflow: { type: entry.type },
      actions: [{ kind: 'copyContacts' as const, creates: {} }],
      deletions: 0,
    };
    // S51: it must still stand when the run may begin.
    const standing = stands(record.value, asked, readPolicy(env), Math.max(now, entry.startAt ?? 0));
    if (!standing.ok) return standing;
    if (entry.targets + targetsUsedToday(env, record.value.id) > record.value.caps.targets) {
      return fail(problem('preApproval.doesNotCover', { preApproval: record.value.id, why: 'targets', cap: record.value.caps.targets }));
    }
    return next;
  };
  const sent = changeRequest(env, requestId, decide, ({ preApprovalId, targets }) => ({
    ...usedTargets(env, preApprovalId, targets),
    ...pendingNow,
  }));
  if (!sent.ok) return sent;
  // The draft became a request: read once more, it goes.
  findDraft(env);
  env.log('request.sent', { request: requestId, preApproval: sent.value.preApprovalId });
  return sent;
};

/** Lets a request go that was not sent. */
export const withdrawRequest = (env: Environment, actor: Actor, requestId: string): Result<RequestEntry> => {
  const withdrawn = changeRequest(env, requestId, (entry) =>
    entry.requesterId === actor.user.id ? advance(entry, 'withdrawn', env.now()) : fail(problem('request.notYours', { name: entry.name })),
  );
  if (withdrawn.ok) dropQuestion(env, requestId);
  return withdrawn;
};
