import { lowestQuotas, type Quotas } from '../../core/plan/quotas';
import type { Environment } from '../Environment';

/** Script property with a project's own numbers from its Cloud console, as JSON; what is left out is the lowest seen. */
const key = 'quotas';

export const configuredQuotas = (env: Environment): Quotas => {
  try {
    const own = JSON.parse(env.authority.get(key) ?? '{}') as Partial<Quotas>;
    return { ...lowestQuotas, ...own, perMinute: { ...lowestQuotas.perMinute, ...own.perMinute } };
  } catch {
    return lowestQuotas;
  }
};
