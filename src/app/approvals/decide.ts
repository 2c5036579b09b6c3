import type { Decision } from '../../core/approvals/Claim';
import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isDue } from '../../core/approvals/isDue';
import { requireActor, type Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { getRequest } from '../requests/requestStore';
import { continueAt } from '../runs/continueAt';
import { tellLeftOver } from '../runs/tellRequester';
import { claimDecision } from './claimDecision';
import { readClaim } from './claims';
import { consumeClaims } from './consumeClaims';
import { maySeeOnPage } from './PageRequest';

export interface PageDecision {
  readonly requestId: string;
  /** Digest of what the visitor saw. */
  readonly digest: string;
  readonly decision: Decision;
  readonly reason: string;
}

/** The request as the decision left it. */
export interface Decided {
  readonly actor: Actor;
  readonly entry: RequestEntry;
  /** The run begins by itself in a minute or so, by a one-shot trigger. */
  readonly startsSoon: boolean;
}

/**
 * An officer decides on the operator's page, which runs as the operator: the claim is verified at once. A run that it lets through
 * is another execution, the operator's one-shot trigger.
 */
export const decide = (env: Environment, { requestId, digest, decision, reason }: PageDecision): Result<Decided> => {
  const actor = requireActor(env);
  if (!actor.ok) return actor;
  const { user, installation } = actor.value;
  if (installation.version !== env.version)
    return fail(problem('setUp.otherVersion', { recorded: installation.version, running: env.version }));
  const found = getRequest(env, requestId);
  // Who may not see a request is not told whether it exists.
  if (!found.ok || !maySeeOnPage(env, actor.value, found.value)) return fail(problem('request.notFound', { request: requestId }));
  const claimant = { email: user.primaryEmail, subject: user.id };
  const claimed = claimDecision(env, claimant, { requestId, digest, decision, reason, via: 'page' });
  if (!claimed.ok) return claimed;
  consumeClaims(env, installation, { requestId, known: user });
  const refused = readClaim(env, requestId, user.id)?.verified?.refused;
  if (refused !== undefined) return fail(refused);
  const entry = getRequest(env, requestId);
  if (!entry.ok) return entry;
  const startsSoon = entry.value.state === 'approved' && isDue(entry.value, env.now());
  // A person waits for the answer. The look that begins the run tells the requester, too, and every look what else is to be told.
  if (startsSoon) continueAt(env, env.now(), installation.sweepMinutes);
  else tellLeftOver(env, installation, requestId);
  return { ok: true, value: { actor: actor.value, entry: entry.value, startsSoon } };
};
