import { decodePolicy, noPolicy, type Policy } from '../../core/approvals/Policy';
import type { Environment } from '../Environment';

/** Script property. */
export const policyKey = 'policy';

/** What stands there; nobody is appointed when there is nothing or it cannot be read. */
export const readPolicy = (env: Environment, all?: Readonly<Record<string, string>>): Policy => {
  const text = all === undefined ? env.authority.get(policyKey) : all[policyKey];
  return (text === undefined ? undefined : decodePolicy(text)) ?? noPolicy;
};
