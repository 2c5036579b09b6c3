import type { DirectoryUser } from '../../src/core/directory/DirectoryUser';

export const user = (id: string, primaryEmail: string, more: Partial<DirectoryUser> = {}): DirectoryUser => ({
  id,
  primaryEmail,
  aliases: [],
  fullName: primaryEmail.slice(0, primaryEmail.indexOf('@')),
  orgUnitPath: '/',
  suspended: false,
  archived: false,
  isAdmin: false,
  isDelegatedAdmin: false,
  ...more,
});

export const domain = (domainName: string) => ({ domainName, aliases: [], isPrimary: false, verified: true });
