import type { Problem } from '../../core/base/Problem';
import { problem } from '../../core/base/Problem';
import { isStoreFull } from '../../core/base/storeLimits';
import type { Environment } from '../Environment';

/** Script property: what keeps the operator's triggers from working. */
const key = 'held';

/** Notes for whoever waits that nothing goes on until somebody grants what is missing; undefined: it goes on. */
export const noteHeld = (env: Environment, found: Problem | undefined): void => {
  const before = env.authority.get(key);
  const now = found === undefined ? undefined : JSON.stringify(found);
  if (now === before) return;
  if (now === undefined) env.authority.delete(key);
  else env.authority.set(key, now);
};

/** What keeps the operator from working, from one read of the store. A store that is full takes no note of it. */
export const readHeld = (all: Readonly<Record<string, string>>): Problem | undefined => {
  const text = all[key];
  if (text === undefined) return isStoreFull(all) ? problem('platform.storeFull') : undefined;
  const { code, data } = JSON.parse(text) as Problem;
  return problem(code, data);
};
