import { decodePolicy, noPolicy, type Policy } from '../../core/approvals/Policy';
import type { Result } from '../../core/base/Result';
import type { Environment } from '../Environment';

/** Script property. */
export const policyKey = 'policy';

/** What stands there; nobody is appointed when there is nothing or it cannot be read. */
export const readPolicy = (env: Environment, all?: Readonly<Record<string, string>>): Policy => {
  const text = all === undefined ? env.authority.get(policyKey) : all[policyKey];
  return (text === undefined ? undefined : decodePolicy(text)) ?? noPolicy;
};

/** Call it under the script lock. */
export const writePolicy = (env: Environment, policy: Policy): Result<void> => env.authority.set(policyKey, JSON.stringify(policy));
