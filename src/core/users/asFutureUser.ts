import type { DirectoryUser } from '../directory/DirectoryUser';
import { fullNameOf, type NewUser, type NewUserPlan } from './NewUser';

/** Who is to be created, as the account will be; of who will not be, no more than the address is known. */
export const asFutureUser = (targetId: string, user: NewUser | NewUserPlan | undefined): DirectoryUser => ({
  id: targetId,
  primaryEmail: user?.email ?? targetId.slice(targetId.indexOf(':') + 1),
  aliases: [],
  fullName: user === undefined ? '' : fullNameOf(user),
  orgUnitPath: user?.orgUnitPath ?? '/',
  suspended: false,
  archived: false,
  isAdmin: false,
  isDelegatedAdmin: false,
});
