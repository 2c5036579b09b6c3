import { isActive } from '../../core/directory/isActive';
import { deniedBy, type Claim } from '../../core/approvals/Claim';
import { mayDecide } from '../../core/approvals/mayDecide';
import { advance, type RequestEntry } from '../../core/approvals/RequestEntry';
import { problem, type Problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { getUser } from '../../google/directory';
import { describePairs } from '../../core/audit/describeEntry';
import { eventOf } from '../audit/auditEvents';
import { pendingNow } from '../bridge/Question';
import type { Environment, Tables } from '../Environment';
import { isPassing } from '../requests/observeSources';
import { changeRequest, getRequest } from '../requests/requestStore';
import { doTask } from '../runs/doTask';
import { pauseFor } from '../runs/pause';
import type { Installation } from '../setUp/Installation';
import { barredFrom } from './barredFrom';
import { claimKey, openClaims, readClaim, type KeptClaim } from './claims';
import { dropLapsed } from './dropLapsed';
import { readPolicy } from './policyStore';

/** Identity is the Directory's word of this moment about the address that the server told. `known`: whom this execution looked up already. */
const identify = (env: Environment, { officerId, claim }: KeptClaim, known: DirectoryUser | undefined): Result<DirectoryUser> => {
  const user = known?.primaryEmail === claim.email ? ok(known) : doTask(env, () => getUser({ kind: 'self' }, claim.email));
  if (!user.ok) return user.problem.code === 'google.notFound' ? fail(problem('decision.notSamePerson', { by: claim.email })) : user;
  const { id } = user.value;
  // The token's word and the address's are one officer, the one under whose name it stands.
  if (id !== officerId || (claim.subject ?? id) !== id) return fail(problem('decision.notSamePerson', { by: claim.email }));
  return isActive(user.value) ? user : fail(problem('decision.suspended', { by: claim.email }));
};

interface Verified {
  readonly user: DirectoryUser;
  readonly barred: readonly string[];
}

/** What has to be looked up at Google and in the ledger, before the lock is taken. */
const verify = (env: Environment, ledger: Tables, kept: KeptClaim, known: DirectoryUser | undefined): Result<Verified> => {
  const entry = getRequest(env, kept.requestId);
  if (!entry.ok) return entry;
  const user = identify(env, kept, known);
  if (!user.ok) return user;
  // It is counted on top of those that still count.
  const dropped = dropLapsed(env, kept.requestId);
  if (!dropped.ok) return dropped;
  const barred = barredFrom(ledger, entry.value);
  return barred.ok ? ok({ user: user.value, barred: barred.value }) : barred;
};

/** The request as this decision leaves it, by the policy of this moment. Call it under the script lock. */
const decided = (env: Environment, entry: RequestEntry, { user, barred }: Verified, claim: Claim): Result<RequestEntry> => {
  const policy = readPolicy(env);
  const officer = policy.officers.find((one) => one.userId === user.id);
  if (officer === undefined) return fail(problem('decision.notOfficer'));
  const allowed = mayDecide(entry, claim.digest, officer, env.now(), barred);
  if (!allowed.ok) return allowed;
  if (claim.decision === 'deny') {
    const denied = advance(entry, 'denied', env.now());
    return denied.ok ? ok({ ...denied.value, reason: deniedBy(claim) }) : denied;
  }
  const deciders = [...entry.deciders, user.id];
  if (deciders.length < entry.needed) return ok({ ...entry, deciders });
  const approved = advance(entry, 'approved', env.now());
  return approved.ok ? ok({ ...approved.value, deciders }) : approved;
};

/** Nobody verified it meanwhile, and it was not replaced. Ask under the script lock. */
const isOpen = (env: Environment, { requestId, officerId, claim }: KeptClaim): boolean => {
  const now = readClaim(env, requestId, officerId);
  return now !== undefined && now.at === claim.at && now.verified === undefined;
};

const consume = (env: Environment, ledger: Tables, kept: KeptClaim, known: DirectoryUser | undefined): Result<RequestEntry> => {
  const { requestId, officerId, claim } = kept;
  const verified = (refused?: Problem): Record<string, string> => {
    const looked: Claim = { ...claim, verified: { at: env.now(), ...(refused === undefined ? {} : { refused }) } };
    return { [claimKey(requestId, officerId)]: JSON.stringify(looked) };
  };
  const told = { by: claim.email, details: describePairs({ officer: officerId, via: claim.via }) };
  const found = verify(env, ledger, kept, known);
  // What Google could not tell just now is asked again.
  if (!found.ok && isPassing(found.problem)) return found;
  const counted = found.ok
    ? changeRequest(
        env,
        requestId,
        (entry) =>
          isOpen(env, kept) ? decided(env, entry, found.value, claim) : fail(problem('decision.alreadyDecided', { name: entry.name })),
        (entry) => ({
          ...verified(),
          ...pendingNow,
          // It counts, and others have to approve it too.
          ...(entry.state === 'waiting' ? eventOf(env, { ...told, what: 'decision.counted', subject: requestId }) : {}),
        }),
        () => told,
      )
    : found;
  if (!counted.ok && isPassing(counted.problem)) return counted;
  if (!counted.ok) {
    const why = describePairs({ decision: claim.decision, officer: officerId, via: claim.via, code: counted.problem.code });
    env.locked(() =>
      isOpen(env, kept)
        ? env.authority.setAll({
            ...verified(counted.problem),
            ...eventOf(env, { by: claim.email, what: 'decision.refused', subject: requestId, details: why }),
          })
        : ok(undefined),
    );
  }
  env.log('decision.verified', {
    request: requestId,
    officer: officerId,
    decision: claim.decision,
    state: counted.ok ? counted.value.state : '',
    code: counted.ok ? '' : counted.problem.code,
  });
  return counted;
};

/**
 * The operator verifies what officers decided, first come first: each is who they claim to be, an officer now and not the requester,
 * and decided about what is waiting. It never runs anything: a decision and the run it lets through are separate executions.
 */
export const consumeClaims = (
  env: Environment,
  installation: Installation,
  { requestId, known }: { readonly requestId?: string; readonly known?: DirectoryUser } = {},
): void => {
  const claims = openClaims(env, undefined, requestId);
  const ledger = claims.length === 0 ? undefined : env.ledger(installation.ledgerId);
  if (ledger?.ok !== true) return;
  for (const kept of claims) {
    const consumed = consume(env, ledger.value, kept, known);
    if (!consumed.ok && isPassing(consumed.problem)) pauseFor(env, consumed.problem);
  }
};
