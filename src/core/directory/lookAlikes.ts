import type { DirectoryUser } from './DirectoryUser';

/** By user id, another user's primary address that is easily taken for this one's. Symmetric; users without one are absent. */
export const lookAlikes = (users: readonly DirectoryUser[]): ReadonlyMap<string, string> => {
  throw new Error(`lookAlikes is being written: ${users.length}`);
};
