import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import { eventOf } from '../audit/auditEvents';
import type { Environment } from '../Environment';
import { endedPreApproval, getPreApproval } from '../requests/preApprovals';
import { readPolicy } from './policyStore';

/** S46: any officer ends a pre-approval alone and at once. It only narrows what may happen, so it takes no second one (docs/decisions/0011). */
export const endPreApprovalNow = (env: Environment, officerId: string, id: string): Result<void> =>
  env.locked(() => {
    if (!readPolicy(env).officers.some(({ userId }) => userId === officerId)) return fail(problem('settings.officersOnly'));
    const record = getPreApproval(env, id);
    if (!record.ok) return record;
    env.log('preApproval.ended', { preApproval: id });
    return env.authority.setAll({
      ...endedPreApproval(env, record.value),
      ...eventOf(env, { what: 'preApproval.ended', subject: id, details: '' }),
    });
  });
