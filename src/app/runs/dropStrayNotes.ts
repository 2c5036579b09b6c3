import { listQuestions } from '../bridge/Question';
import type { Environment } from '../Environment';
import { listEntries } from '../requests/requestStore';
import { listSyncs } from '../sync/syncStore';
import { isUntold } from './tellRequester';

/** Notes of runs and questions that have ended, and of syncs that are gone: one that was cut short right after it was closed left them. Gives back how many. */
export const dropStrayNotes = (env: Environment): number => {
  const all = env.authority.all();
  const runs = listEntries(env, all).flatMap(({ id, state }) => (state === 'approved' || state === 'running' ? [id] : []));
  const untold = listEntries(env, all).filter(isUntold);
  const others = [...listQuestions(env, all), ...untold, ...listSyncs(env, all)];
  const open = new Set([...runs, ...others.map(({ id }) => id)]);
  const stray = Object.keys(all).filter((key) => {
    const [, id] = /^(?:stop|progress|trouble)\.(.+)$/.exec(key) ?? [];
    return id !== undefined && !open.has(id);
  });
  for (const key of stray) env.authority.delete(key);
  return stray.length;
};
