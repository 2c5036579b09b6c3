/** A user as the Directory gives it with all its fields; any property may be absent. */
export type UserRecord = Readonly<Record<string, unknown>>;

/**
 * Properties for `users.update`: absent ones are kept, `null` clears, an array replaces the whole of it
 * (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/update).
 */
export type UserPatch = Readonly<Record<string, unknown>>;

export type Entry = Readonly<Record<string, unknown>>;

/** Objects of a list property; what is no object is left out. */
export const entriesOf = (user: UserRecord, property: string): readonly Entry[] => {
  const value = user[property];
  return Array.isArray(value) ? value.filter((one): one is Entry => typeof one === 'object' && one !== null) : [];
};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
