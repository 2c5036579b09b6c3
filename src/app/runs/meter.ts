import type { Effort } from '../../core/plan/Effort';
import type { Call } from '../../google/Call';
import { operations } from '../../google/operations';
import { costOf } from '../../google/quotas';
import type { Environment } from '../Environment';

export type CountedCalls = Pick<Effort, 'reads' | 'writes' | 'tokens' | 'directory' | 'dailyContactWrites'>;

export interface Meter {
  /** Sends as the other one does, and counts. */
  readonly env: Environment;
  readonly counted: () => CountedCalls;
  /** What this execution took since the counting began. */
  readonly effort: () => Effort;
}

const kindOf = ({ operation }: Call): keyof CountedCalls => {
  const { effect } = operations[operation];
  if (effect === 'token') return 'tokens';
  if (effect === 'write') return 'writes';
  return operation.startsWith('people.') ? 'reads' : 'directory';
};

/** Counts every call that goes out, refused and lost ones included, in the units that a preview plans in. */
export const metered = (env: Environment): Meter => {
  const since = env.now();
  const counts = { reads: 0, writes: 0, tokens: 0, directory: 0, dailyContactWrites: 0 };
  return {
    env: {
      ...env,
      send: (calls) => {
        const answers = env.send(calls);
        for (const [index, call] of calls.entries()) {
          if (answers[index]?.kind === 'stopped') continue;
          counts[kindOf(call)] += 1;
          counts.dailyContactWrites += costOf(call.operation).dailyContactWrites ?? 0;
        }
        return answers;
      },
    },
    counted: () => ({ ...counts }),
    effort: () => ({ ...counts, seconds: Math.ceil((env.now() - since) / 1000), slices: 1 }),
  };
};
