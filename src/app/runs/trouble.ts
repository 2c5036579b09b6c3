import { explain } from '../../core/base/explain';
import { problem, type Problem } from '../../core/base/Problem';
import { giveUpHours, waitAfter } from '../../core/runs/backOff';
import { classOf } from '../../google/classOf';
import type { Environment } from '../Environment';

/** Why a request or question does not get on, though it is tried again and again. Script property `trouble.<id>`. Times in milliseconds since the epoch. */
export interface Trouble {
  readonly since: number;
  readonly tries: number;
  /** It is not tried again before. */
  readonly until: number;
  readonly problem: Problem;
  /** How much of the work was done; in whatever unit. */
  readonly done: number;
}

export const troubleKey = (id: string): string => `trouble.${id}`;

/** A quota that comes back, a target that is looked at again, another writer: they end by themselves. */
const endsByItself = ({ code, data }: Problem): boolean =>
  classOf({ code, data }) === 'dayQuota' ||
  ['run.looksAgain', 'run.dayBudget', 'run.anotherIsWriting', 'platform.quotaSpent'].includes(code);

const decode = (text: string | undefined): Trouble | undefined => (text === undefined ? undefined : (JSON.parse(text) as Trouble));

export const readTrouble = (env: Environment, id: string): Trouble | undefined => decode(env.authority.get(troubleKey(id)));

/** The same, out of one read of the store. */
export const troubleIn = (all: Readonly<Record<string, string>>, id: string): Trouble | undefined => decode(all[troubleKey(id)]);

/** When a trouble ends whatever it waits for. */
export const givesUpAt = ({ since }: Trouble): number => since + giveUpHours * 3_600_000;

/**
 * Notes a try that did not end the work, and when the next one comes; later each time. Work of which more is done than at the last try
 * got on, is in no trouble and waits for nothing. Gives back why it is given up when it did not get on for too long.
 */
export const noteTrouble = (env: Environment, id: string, why: Problem, done = 0): Problem | undefined => {
  if (endsByItself(why)) return undefined;
  const before = readTrouble(env, id);
  const now = env.now();
  const gotOn = done > (before?.done ?? 0);
  const tries = gotOn ? 0 : (before?.tries ?? 0) + 1;
  const since = tries > 1 ? (before?.since ?? now) : now;
  const trouble: Trouble = { since, tries, until: gotOn ? 0 : now + waitAfter(tries), problem: why, done };
  env.authority.set(troubleKey(id), JSON.stringify(trouble));
  env.log('trouble', { id, code: why.code, tries });
  return now < givesUpAt(trouble) ? undefined : problem('run.gaveUp', { what: explain(why).what, hours: giveUpHours });
};

export const forgetTrouble = (env: Environment, id: string): void => {
  if (readTrouble(env, id) !== undefined) env.authority.delete(troubleKey(id));
};

/** When it is tried again; in the past when nothing holds it up. */
export const restsUntil = (env: Environment, id: string): number => readTrouble(env, id)?.until ?? 0;
