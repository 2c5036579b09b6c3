import fc from 'fast-check';
import { withDayBudget } from '../../../src/app/runs/dayBudget';
import type { Environment } from '../../../src/app/Environment';
import { configuredQuotas } from '../../../src/app/setUp/configuredQuotas';
import { nextQuotaDay, quotaDay } from '../../../src/core/plan/quotaDay';
import { lowestQuotas } from '../../../src/core/plan/quotas';
import type { Call } from '../../../src/google/Call';
import type { OperationId } from '../../../src/google/operations';
import { costOf } from '../../../src/google/quotas';
import { toCall } from '../../../src/google/request';
import { success } from '../../support/feedTask';
import { memoryStore } from '../../support/memoryStore';
import { as } from '../../support/waveBench';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MONDAY = Date.UTC(2026, 2, 2, 9);
const BATCH: OperationId = 'people.people.batchCreateContacts';
const SINGLE: OperationId = 'people.people.createContact';
const LIST: OperationId = 'people.people.connections.list';
const wave = (operation: OperationId, count: number): Call[] =>
  Array.from({ length: count }, (_, index) =>
    toCall(operation, as(`u${index}`), operation === LIST ? { path: { resourceName: 'people/me' } } : {}),
  );

const platform = (quotas = lowestQuotas) => {
  const clock = { now: MONDAY };
  const sent: { readonly at: number; readonly call: Call }[] = [];
  const authority = memoryStore();
  const env = {
    now: () => clock.now,
    who: { kind: 'trigger' },
    timeLeft: () => 6 * MINUTE,
    authority,
    send: (calls: readonly Call[]) => calls.map((call) => (sent.push({ at: clock.now, call }), success({}))),
  } as unknown as Environment;
  /** Each execution begins anew from what is stored. */
  return { clock, sent, authority, open: () => withDayBudget(env, quotas) };
};

test('sends what fits into the day’s contact writes and answers the rest as stopped, until Google’s next midnight', () => {
  const { clock, sent, open } = platform({ ...lowestQuotas, dailyContactWrites: 500 });
  const answers = open().env.send(wave(BATCH, 3));
  expect(answers.map((answer) => answer.kind)).toEqual(['answered', 'answered', 'stopped']);
  expect(answers[2]).toMatchObject({
    problem: { code: 'run.dayBudget', data: { budget: 'contactWrites', until: Date.UTC(2026, 2, 3, 8) } },
  });
  expect(sent).toHaveLength(2);
  expect(open().env.send(wave(LIST, 1))[0]).toMatchObject({ kind: 'answered' });
  clock.now = Date.UTC(2026, 2, 3, 8);
  expect(open().env.send(wave(BATCH, 1))[0]).toMatchObject({ kind: 'answered' });
});

test('a wave of writes is counted before it is sent: an execution that is killed forgets nothing, and loses a hundredth of a day at most', () => {
  const { authority, sent, open } = platform();
  const { env } = open();
  const counted = (): number => (JSON.parse(authority.values['spent']!) as { contactWrites: number }).contactWrites;
  for (const [operation, count] of [
    [BATCH, 2],
    [SINGLE, 50],
    [SINGLE, 50],
    [BATCH, 7],
    [SINGLE, 1],
  ] as const) {
    env.send(wave(operation, count));
    const really = sent.reduce((sum, { call }) => sum + (costOf(call.operation).dailyContactWrites ?? 0), 0);
    expect(counted()).toBeGreaterThanOrEqual(really);
    expect(counted()).toBeLessThanOrEqual(really + 1000);
  }
});

test('reads count before they are sent, too: a kill forgets none, and loses a hundredth of a day’s calls at most', () => {
  const { authority, sent, open } = platform();
  const { env } = open();
  for (const count of [1, 50, 900, 49, 1, 50, 700]) {
    env.send(wave(LIST, count));
    const { fetches } = JSON.parse(authority.values['spent']!) as { fetches: number };
    expect(fetches).toBeGreaterThanOrEqual(sent.length);
    expect(fetches).toBeLessThanOrEqual(sent.length + 1000);
  }
});

test('an execution that is killed counts with all the time it might have taken, one that ends with what it took', () => {
  const { authority, clock, open } = platform();
  const spent = (): number => (JSON.parse(authority.values['spent']!) as { triggerTime: number }).triggerTime;
  open();
  expect(spent()).toBe(6 * MINUTE);
  const next = open();
  expect(spent()).toBe(12 * MINUTE);
  clock.now += MINUTE;
  next.store();
  expect(spent()).toBe(7 * MINUTE);
});

test('an execution that ends leaves just what it spent', () => {
  const { authority, open } = platform();
  const { env, store } = open();
  env.send(wave(SINGLE, 50));
  store();
  expect(JSON.parse(authority.values['spent']!)).toMatchObject({ contactWrites: 50, fetches: 50 });
});

test('trigger time counts while an execution lasts, and is whole again 24 hours after its first use', () => {
  const { clock, open } = platform({ ...lowestQuotas, dailyTriggerTime: 2 * HOUR });
  const first = open();
  clock.now += 3 * HOUR;
  first.store();
  expect(open().env.send(wave(LIST, 1))[0]).toMatchObject({
    kind: 'stopped',
    problem: { data: { budget: 'triggerTime', until: MONDAY + 24 * HOUR } },
  });
  clock.now = MONDAY + 24 * HOUR;
  expect(open().env.send(wave(LIST, 1))[0]).toMatchObject({ kind: 'answered' });
});

test('an unreadable note of what was spent stops nothing', () => {
  const { authority, open } = platform();
  authority.values['spent'] = 'nonsense';
  expect(open().env.send(wave(LIST, 1))[0]).toMatchObject({ kind: 'answered' });
});

test('no day and no 24 hours hold more than the budget, over any executions', () => {
  const step = fc.record({
    operation: fc.constantFrom(BATCH, SINGLE, LIST),
    count: fc.integer({ min: 1, max: 6 }),
    later: fc.nat(9 * HOUR),
    anew: fc.boolean(),
  });
  const quotas = { ...lowestQuotas, dailyContactWrites: 1500, dailyFetches: 20 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { clock, sent, open } = platform(quotas);
      let budget = open();
      for (const { operation, count, later, anew } of steps) {
        budget.env.send(wave(operation, count));
        if (anew) {
          budget.store();
          budget = open();
        }
        clock.now += later;
      }
      const writes = new Map<number, number>();
      for (const { at, call } of sent) {
        writes.set(quotaDay(at), (writes.get(quotaDay(at)) ?? 0) + (costOf(call.operation).dailyContactWrites ?? 0));
        expect(nextQuotaDay(at)).toBeGreaterThan(at);
      }
      expect(Math.max(0, ...writes.values())).toBeLessThanOrEqual(quotas.dailyContactWrites);
      let since = -Infinity;
      let fetches = 0;
      for (const { at } of sent) {
        if (at - since >= 24 * HOUR) [since, fetches] = [at, 0];
        fetches += 1;
        expect(fetches).toBeLessThanOrEqual(quotas.dailyFetches);
      }
    }),
  );
});

test('a store that does not answer is neither "nothing spent" nor "the lowest quotas": the slice ends', () => {
  const env = {
    now: () => MONDAY,
    authority: {
      get: () => {
        throw new Error('Service invoked too many times in a short time: properties rateMax.');
      },
    },
  } as unknown as Environment;
  expect(() => withDayBudget(env, lowestQuotas)).toThrow('properties rateMax');
  expect(() => configuredQuotas(env)).toThrow('properties rateMax');
});
