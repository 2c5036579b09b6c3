import { problem, type Problem } from '../base/Problem';
import type { DirectoryUser } from './DirectoryUser';
import { isActive } from './isActive';

/** Why nothing is done at somebody who is suspended or archived; undefined: they are neither. */
export const refuseInactive = (user: DirectoryUser): Problem | undefined =>
  isActive(user) ? undefined : problem('target.suspended', { email: user.primaryEmail });
