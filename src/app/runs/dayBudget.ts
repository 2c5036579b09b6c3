import { parseRecord } from '../../core/base/parseRecord';
import { problem, type Problem } from '../../core/base/Problem';
import { nextQuotaDay, quotaDay } from '../../core/plan/quotaDay';
import type { Quotas } from '../../core/plan/quotas';
import type { Answer, Call } from '../../google/Call';
import { costOf } from '../../google/quotas';
import type { Environment } from '../Environment';

/** What the day's budgets were spent on. Script property `spent`. */
interface Spent {
  /** Google's day of quotas that `contactWrites` are counted in. */
  readonly day: number;
  readonly contactWrites: number;
  /** Begin of the 24 hours that calls and trigger time are counted in. Milliseconds since the epoch. */
  readonly since: number;
  readonly fetches: number;
  /** Milliseconds. */
  readonly triggerTime: number;
}

const key = 'spent';
const DAY = 86_400_000;
/** Share of a day's calls and contact writes that is stored as spent ahead: short waves need not wait for it each time, and a kill loses no more. */
const AHEAD = 0.01;

const nothing: Spent = { day: 0, contactWrites: 0, since: 0, fetches: 0, triggerTime: 0 };

/** Throws when the store cannot be read: that is not "nothing spent". */
const readSpent = (env: Environment): Spent => ({ ...nothing, ...parseRecord(env.authority.get(key)) });

/** Budgets that begin anew are empty: Google's day has its midnight, the 24 hours of Apps Script begin with the first use. */
const rolled = (spent: Spent, now: number): Spent => {
  const day = quotaDay(now);
  const writes = spent.day === day ? spent : { ...spent, day, contactWrites: 0 };
  return now - spent.since < DAY ? writes : { ...writes, since: now, fetches: 0, triggerTime: 0 };
};

/**
 * Sends only what the day's budgets allow: the rest of a wave, and every later one, is answered as stopped, with the time when it
 * goes on. What a wave costs is stored before it is sent, some of the next ones with it, and from the beginning all the time that the
 * execution may take, so that a kill cannot make it forgotten; `store` puts down what was really spent.
 */
export const withDayBudget = (env: Environment, quotas: Quotas): { readonly env: Environment; readonly store: () => void } => {
  let spent = rolled(readSpent(env), env.now());
  let countedAt = env.now();
  const countTime = (): void => {
    const now = env.now();
    spent = rolled(spent, now);
    if (env.who.kind === 'trigger') spent = { ...spent, triggerTime: spent.triggerTime + now - countedAt };
    countedAt = now;
  };
  let stored = spent;
  const put = (value: Spent): void => {
    stored = value;
    env.authority.set(key, JSON.stringify(stored));
  };
  const store = (): void => {
    countTime();
    put(spent);
  };
  let hasWritten = false;
  const storeAhead = (): void => {
    countTime();
    const time = env.who.kind === 'trigger' ? Math.max(0, env.timeLeft()) : 0;
    put({
      ...spent,
      contactWrites: spent.contactWrites + (hasWritten ? AHEAD * quotas.dailyContactWrites : 0),
      fetches: spent.fetches + AHEAD * quotas.dailyFetches,
      triggerTime: spent.triggerTime + time,
    });
  };
  const isStored = (): boolean =>
    spent.day === stored.day &&
    spent.since === stored.since &&
    spent.contactWrites <= stored.contactWrites &&
    spent.fetches <= stored.fetches;
  const objection = (cost: number): Problem | undefined => {
    const until = spent.since + DAY;
    if (spent.contactWrites + cost > quotas.dailyContactWrites) {
      return problem('run.dayBudget', { budget: 'contactWrites', until: nextQuotaDay(env.now()) });
    }
    if (spent.fetches >= quotas.dailyFetches) return problem('run.dayBudget', { budget: 'fetches', until });
    return spent.triggerTime >= quotas.dailyTriggerTime ? problem('run.dayBudget', { budget: 'triggerTime', until }) : undefined;
  };
  const send = (calls: readonly Call[]): Answer[] => {
    countTime();
    let why: Problem | undefined;
    let fitting = 0;
    for (const call of calls) {
      const cost = costOf(call.operation).dailyContactWrites ?? 0;
      why = objection(cost);
      if (why !== undefined) break;
      spent = { ...spent, contactWrites: spent.contactWrites + cost, fetches: spent.fetches + 1 };
      fitting += 1;
      hasWritten ||= cost > 0;
    }
    if (!isStored()) storeAhead();
    const answers = fitting === 0 ? [] : env.send(calls.slice(0, fitting));
    return calls.map((_, index): Answer => {
      if (index >= fitting && why !== undefined) return { kind: 'stopped', problem: why };
      return answers[index] ?? { kind: 'unknown', message: 'no answer' };
    });
  };
  storeAhead();
  const contactWritesLeft = (): number => quotas.dailyContactWrites - rolled(spent, env.now()).contactWrites;
  return { env: { ...env, send, contactWritesLeft }, store };
};
