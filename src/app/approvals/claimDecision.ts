import { checkReason, type Claim, type DecidedVia, type Decision } from '../../core/approvals/Claim';
import { findOfficer, mayDecide, type Claimant } from '../../core/approvals/mayDecide';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { describePairs } from '../../core/audit/describeEntry';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { getRequest } from '../requests/requestStore';
import { claimKey, hasDecided } from './claims';
import { readPolicy } from './policyStore';

export interface AskedDecision {
  readonly requestId: string;
  /** Digest of what the officer saw. */
  readonly digest: string;
  readonly decision: Decision;
  readonly reason: string;
  readonly via: DecidedVia;
}

/**
 * Writes down what an officer decided. It changes nothing else: the operator verifies it (`consumeClaims`). Needs no scope, so that
 * it also works for somebody who allowed Roster next to nothing. The first claim of an officer about a request stays, unless the
 * operator refused it.
 */
export const claimDecision = (env: Environment, claimant: Claimant, asked: AskedDecision): Result<Claim> => {
  if (claimant.email === '') return fail(problem('who.noAddress'));
  const reason = checkReason(asked.decision, asked.reason);
  if (!reason.ok) return reason;
  const claimed = env.locked((): Result<Claim> => {
    // Who is no officer is not told whether there is such a request.
    const officer = findOfficer(readPolicy(env), claimant);
    if (officer === undefined) return fail(problem('decision.notOfficer'));
    const entry = getRequest(env, asked.requestId);
    if (!entry.ok) return entry;
    const allowed = mayDecide(entry.value, asked.digest, officer, env.now());
    if (!allowed.ok) return allowed;
    if (hasDecided(env, asked.requestId, officer.userId)) return fail(problem('decision.alreadyDecided', { name: entry.value.name }));
    const claim: Claim = {
      decision: asked.decision,
      digest: asked.digest,
      at: env.now(),
      email: claimant.email,
      ...(claimant.subject === undefined ? {} : { subject: claimant.subject }),
      reason: reason.value,
      via: asked.via,
    };
    const told = eventOf(env, {
      by: claim.email,
      what: 'decision.claimed',
      subject: asked.requestId,
      details: describePairs({ decision: claim.decision, via: claim.via, officer: officer.userId, digest: claim.digest }),
    });
    const stored = env.authority.setAll({ [claimKey(asked.requestId, officer.userId)]: JSON.stringify(claim), ...told });
    return stored.ok ? ok(claim) : stored;
  });
  env.log('decision.claimed', {
    request: asked.requestId,
    decision: asked.decision,
    via: asked.via,
    code: claimed.ok ? '' : claimed.problem.code,
  });
  return claimed;
};
