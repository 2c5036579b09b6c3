import type { Claim } from '../../core/approvals/Claim';
import { describePairs } from '../../core/audit/describeEntry';
import { problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { changeRequest, getRequest } from '../requests/requestStore';
import { claimKey, readClaim } from './claims';
import { judgeDeciders, type Gone } from './judgeDeciders';

/** As script properties: the decision that counted does so no more, and says why; whoever made it may decide anew. */
const lapsed = (env: Environment, requestId: string, officerId: string, { who, why }: Gone): Readonly<Record<string, string>> => {
  const claim = readClaim(env, requestId, officerId);
  const refused: Claim['verified'] = { at: env.now(), refused: problem('decision.lapsed', { who, why }) };
  return {
    ...(claim === undefined ? {} : { [claimKey(requestId, officerId)]: JSON.stringify({ ...claim, verified: refused }) }),
    ...eventOf(env, { by: '', what: 'decision.lapsed', subject: requestId, details: describePairs({ officer: officerId, why }) }),
  };
};

/**
 * A request that waits for more approvals: those of officers who were suspended or removed meanwhile are taken out, so that nobody finds
 * out only when it runs. A problem when Google cannot say now.
 */
export const dropLapsed = (env: Environment, requestId: string): Result<void> => {
  const found = getRequest(env, requestId);
  if (!found.ok || found.value.state !== 'waiting' || found.value.deciders.length === 0) return ok(undefined);
  const judged = judgeDeciders(env, found.value);
  if (!judged.ok) return judged;
  const gone = [...judged.value].flatMap(([id, why]) => (why === undefined ? [] : [{ id, why }]));
  if (gone.length === 0) return ok(undefined);
  let isOpen = false;
  const changed = changeRequest(
    env,
    requestId,
    (entry) => {
      isOpen = entry.state === 'waiting';
      return ok(isOpen ? { ...entry, deciders: entry.deciders.filter((id) => !gone.some((one) => one.id === id)) } : entry);
    },
    () => (isOpen ? Object.assign({}, ...gone.map(({ id, why }) => lapsed(env, requestId, id, why))) : {}),
  );
  env.log('decision.lapsed', { request: requestId, officers: gone.length });
  return changed.ok ? ok(undefined) : changed;
};
