import { problem, type Problem } from '../base/Problem';
import type { ContactGroup } from '../contacts/ContactGroup';
import type { DirectoryUser } from '../directory/DirectoryUser';
import { isActive } from '../directory/isActive';
import type { PersonalSource } from './Sync';

/** Why a personal sync stands still: its source user is gone or suspended, or has the label no more. Nothing is deleted then. */
export const checkSource = (
  { email, group }: PersonalSource,
  user: DirectoryUser | undefined,
  groups: readonly Pick<ContactGroup, 'resourceName'>[] | undefined,
): Problem | undefined => {
  if (user === undefined) return problem('sync.sourceGone', { email });
  if (!isActive(user)) return problem('sync.sourceSuspended', { email: user.primaryEmail });
  const isThere = groups === undefined || groups.some(({ resourceName }) => resourceName === group.resourceName);
  return isThere ? undefined : problem('sync.sourceGroupGone', { email: user.primaryEmail, label: group.name });
};
