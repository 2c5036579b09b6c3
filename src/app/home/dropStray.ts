import { isClosed } from '../../core/approvals/RequestState';
import type { Environment } from '../Environment';
import { listEntries } from '../requests/requestStore';
import { dropStrayNotes } from '../runs/dropStrayNotes';
import type { Installation } from '../setUp/Installation';

/** Of script properties about requests: their prefix, and whether the request has to be open. */
const ofRequests = { claim: false, note: true } as const;

/**
 * Clears what nothing refers to any more: notes and claims of requests that are over or forgotten, records of triggers that are gone,
 * and triggers of this person that Roster stored nothing about and so would refuse. Gives back how many. Call it under the script lock,
 * as the operator.
 */
export const dropStray = (env: Environment, installation: Installation): number => {
  let count = dropStrayNotes(env);
  const all = env.authority.all();
  const states = new Map(listEntries(env, all).map(({ id, state }) => [id, state]));
  const uids = new Set([installation.sweepUid, ...env.triggers.list().map(({ uid }) => uid)]);
  const isStray = (key: string): boolean => {
    const [, kind, id = ''] = /^(claim|note|trigger)\.([^.]+)/.exec(key) ?? [];
    if (kind === 'trigger') return !uids.has(id);
    if (kind !== 'claim' && kind !== 'note') return false;
    const state = states.get(id);
    return state === undefined || (ofRequests[kind] && isClosed(state));
  };
  for (const key of Object.keys(all).filter(isStray)) {
    env.authority.delete(key);
    count += 1;
  }
  for (const { uid } of env.triggers.list()) {
    if (all[`trigger.${uid}`] !== undefined || uid === installation.sweepUid) continue;
    env.triggers.delete(uid);
    count += 1;
  }
  return count;
};
