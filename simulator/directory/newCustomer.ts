import type { World } from '../World';
import { AdminRoles } from './AdminRoles';
import type { CustomerRecord } from './DirectoryRecords';

/** The first domain is the primary one. */
export interface NewCustomer {
  id?: string;
  domains: readonly (string | { domainName: string; aliases?: string[]; verified?: boolean })[];
}

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The record of a new account, without organizational units. */
export function newCustomer(world: World, customer: NewCustomer): CustomerRecord {
  const creationTime = world.clock.now();
  const domains = customer.domains.map((domain, i) => {
    const { domainName, aliases = [], verified = true } = typeof domain === 'string' ? { domainName: domain } : domain;
    return { domainName: domainName.toLowerCase(), isPrimary: i === 0, verified, aliases, creationTime };
  });
  if (domains.length === 0) throw new Error('simulator: a customer has at least one domain');
  return {
    id: customer.id ?? `C0${world.random.text(7, BASE36)}`,
    domains,
    orgUnits: new Map(),
    admins: new AdminRoles(),
    schemas: new Map(),
    userLimit: Infinity,
    archivedUserLicenses: Infinity,
  };
}
