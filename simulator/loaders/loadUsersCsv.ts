import type { World } from '../World';
import type { LoadReport, SkippedRow } from './LoadReport';
import { parseUsersCsv } from './parseUsersCsv';

export interface UsersOptions {
  /** Where users of unknown domains go; without it a customer is made of the domains in the file. */
  readonly customerId?: string;
  /** Primary domain of a customer that is made. Default: the domain most users have. */
  readonly primaryDomain?: string;
  /** Addresses that become super administrators: no column of the file says who they are. */
  readonly superAdmins?: readonly string[];
}

export interface UsersReport extends LoadReport {
  readonly customerId: string;
}

/** Loads a users CSV of the Admin console into the directory, with the organizational units its paths name. */
export function loadUsersCsv(world: World, text: string, options: UsersOptions = {}): UsersReport {
  const { rows, skipped: unread, ignored } = parseUsersCsv(text);
  const skipped: SkippedRow[] = [...unread];
  const customerId =
    options.customerId ??
    customerFor(
      world,
      rows.map(({ user }) => user.primaryEmail),
      options.primaryDomain,
    );
  let loaded = 0;
  for (const { row, user, newPrimaryEmail } of rows) {
    try {
      const { id } = world.directory.addUser({ ...user, customerId });
      if (newPrimaryEmail !== undefined) world.directory.renameUser(id, newPrimaryEmail);
      loaded += 1;
    } catch (error) {
      skipped.push({ row, reason: (error as Error).message.replace(/^simulator: /, '') });
    }
  }
  for (const address of options.superAdmins ?? []) {
    const user = world.directory.userByEmail(address);
    if (!user) throw new Error(`There is no user ${address} to make a super administrator.`);
    world.directory.makeAdmin(user.id);
  }
  return { loaded, skipped: skipped.sort((a, b) => a.row - b.row), ignored, customerId };
}

/** The customer of the first known domain, or a new one with all domains of these addresses, the most frequent first. */
function customerFor(world: World, emails: readonly string[], primaryDomain: string | undefined): string {
  const counts = new Map<string, number>();
  for (const email of emails) {
    const domain = email.split('@')[1] ?? '';
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const domains = [...counts.keys()].sort(
    (a, b) => Number(b === primaryDomain) - Number(a === primaryDomain) || counts.get(b)! - counts.get(a)!,
  );
  for (const domain of domains) {
    const known = world.directory.customerOfDomain(domain);
    if (known) return known.id;
  }
  if (domains.length === 0) throw new Error('The users CSV has no user that can be loaded.');
  return world.directory.addCustomer({ domains }).id;
}
