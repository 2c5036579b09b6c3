import type { World } from '../../simulator/World';

/** Names of the calls of Apps Script's services and of Google, in order, while `work` goes on. */
export const countCalls = (world: World, work: () => void): string[] => {
  const calls: string[] = [];
  const stop = world.faults.add({
    at: ({ name }) => {
      calls.push(name);
      return false;
    },
    effect: { kind: 'slow', milliseconds: 0 },
  });
  work();
  stop();
  return calls;
};
