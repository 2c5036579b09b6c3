import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { readPolicy } from '../approvals/policyStore';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { changeRequest } from '../requests/requestStore';

/** Script property with the id of who pressed Stop. */
export const stopKey = (requestId: string): string => `stop.${requestId}`;

/** Who wants to stop a run. */
export interface Stopping {
  readonly user: { readonly id: string };
  readonly isOperator: boolean;
  readonly installation: { readonly operatorEmail: string };
}

/** B15: the requester, any Security Officer, and the operator. */
export const mayStop = (env: Environment, actor: Stopping, entry: RequestEntry): boolean =>
  entry.requesterId === actor.user.id || actor.isOperator || readPolicy(env).officers.some(({ userId }) => userId === actor.user.id);

/**
 * B15: somebody who may stops a run. The wave that is under way is finished, no other wave of writes follows, and the
 * next look for work closes the request as stopped.
 */
export const stopRun = (env: Environment, actor: Stopping, requestId: string): Result<RequestEntry> =>
  changeRequest(
    env,
    requestId,
    (entry) => {
      if (!mayStop(env, actor, entry)) {
        return fail(problem('run.onlyRequesterStops', { operator: actor.installation.operatorEmail }));
      }
      if (entry.state !== 'approved' && entry.state !== 'running') {
        return fail(problem('request.notInState', { name: entry.name, state: entry.state, wanted: 'stopped' }));
      }
      return ok(entry);
    },
    () => ({ [stopKey(requestId)]: actor.user.id, ...eventOf(env, { what: 'run.stopPressed', subject: requestId, details: '' }) }),
  );

export const isStopped = (env: Environment, requestId: string): boolean => env.authority.get(stopKey(requestId)) !== undefined;
