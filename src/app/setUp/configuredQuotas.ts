import { parseRecord } from '../../core/base/parseRecord';
import { lowestQuotas, type Quotas } from '../../core/plan/quotas';
import type { Environment } from '../Environment';

/** Script property with a project's own numbers from its Cloud console, as JSON; what is left out is the lowest seen. */
const key = 'quotas';

/** Throws when the store cannot be read: at quotas taken for others, too much would be sent. */
export const configuredQuotas = (env: Environment): Quotas => {
  const own: Partial<Quotas> = parseRecord(env.authority.get(key)) ?? {};
  return { ...lowestQuotas, ...own, perMinute: { ...lowestQuotas.perMinute, ...own.perMinute } };
};
