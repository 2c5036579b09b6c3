import type { Environment } from '../Environment';

/** The same platform with script properties as they stand in `all`, or now, in one read: for what only looks. */
export const readOnce = (env: Environment, all: Readonly<Record<string, string>> = env.authority.all()): Environment => ({
  ...env,
  authority: { ...env.authority, get: (key) => all[key], all: () => all },
});
