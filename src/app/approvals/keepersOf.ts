import type { Environment } from '../Environment';
import type { Installation } from '../setUp/Installation';
import { readPolicy } from './policyStore';

/** Directory ids of the accounts that Roster's rules rest on: the operator and the Security Officers of this moment. */
export const keepersOf = (env: Environment, { operatorId }: Installation): ReadonlySet<string> =>
  new Set([operatorId, ...readPolicy(env).officers.map(({ userId }) => userId)]);
