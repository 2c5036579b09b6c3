import { continueAt, continueHandler } from '../../../src/app/runs/continueAt';
import type { Environment } from '../../../src/app/Environment';
import { ok } from '../../../src/core/base/Result';
import { memoryStore } from '../../support/memoryStore';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EVENING = Date.UTC(2026, 2, 2, 20);

/** An hourly sweep; each one-shot fires and is gone before the next is wanted. */
const platform = () => {
  const clock = { now: EVENING };
  /** What other executions do while a trigger is being made, in turn. */
  const others: (() => void)[] = [];
  const made: { readonly handler: string; readonly at: number }[] = [];
  const env = {
    now: () => clock.now,
    authority: memoryStore(),
    triggers: {
      list: () => [],
      createOnce: (handler: string, delay: number) => {
        made.push({ handler, at: clock.now + delay });
        others.shift()?.();
        return ok({ uid: String(made.length) });
      },
    },
    locked: (work: () => unknown) => work(),
    log: () => undefined,
  } as unknown as Environment;
  return { clock, made, others, goOn: (at: number) => continueAt(env, at, 60) };
};

test('it goes on when something can be done, and not within the minute (B4)', () => {
  const { clock, made, goOn } = platform();
  for (const at of [clock.now, clock.now + 5 * MINUTE, Infinity]) goOn(at);
  expect(made).toEqual([1, 5, 1].map((minutes) => ({ handler: continueHandler, at: EVENING + minutes * MINUTE })));
});

test('no 24 hours that begin with a one-shot hold more than fifteen, whatever midnight lies in them (B9)', () => {
  const { clock, made, goOn } = platform();
  for (let hour = 0; hour < 72; hour += 1, clock.now += HOUR) for (const minute of [1, 2]) goOn(clock.now + minute * MINUTE);
  const perDay = [0, 1, 2].map((day) => made.filter(({ at }) => Math.floor((at - EVENING) / (24 * HOUR)) === day).length);
  expect(perDay).toEqual([15, 15, 15]);
});

test('two executions at once make no sixteenth between them (B9)', () => {
  const { clock, made, others, goOn } = platform();
  others.push(...Array.from({ length: 9 }, () => () => goOn(clock.now)));
  for (let time = 0; time < 20; time += 1) goOn(clock.now);
  expect(made).toHaveLength(15);
});
